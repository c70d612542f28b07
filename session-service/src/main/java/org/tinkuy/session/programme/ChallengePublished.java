package org.tinkuy.session.programme;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A challenge within the published state of its programme.
public record ChallengePublished(
        UUID id,
        String slug,
        Map<String, String> title,
        @Nullable Integer edition,
        @Nullable String kind,
        @Nullable Integer year,
        @Nullable Map<String, String> aim,
        @Nullable String entrants,
        @Nullable String answersTo) {

    static ChallengePublished of(Challenge challenge) {
        var year = challenge.year();
        return new ChallengePublished(
                challenge.id().value(),
                challenge.slug(),
                challenge.title().byLanguage(),
                challenge.edition(),
                challenge.kind(),
                year == null ? null : year.getValue(),
                ProgrammePublished.texts(challenge.aim()),
                challenge.entrants(),
                challenge.answersTo());
    }
}
