package org.tinkuy.session.publication;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.programme.TextByLanguage;

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
                TextByLanguage.textsOf(challenge.aim()),
                challenge.entrants(),
                challenge.answersTo());
    }
}
