package org.tinkuy.session.challenge.persistence;

import java.time.Year;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.challenge.ChallengeId;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.TextByLanguage;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record ChallengeRow(
        UUID id,
        UUID programmeId,
        String slug,
        long version,
        Map<String, String> title,
        @Nullable Integer edition,
        @Nullable String kind,
        @Nullable Year year,
        @Nullable Map<String, String> aim,
        @Nullable String entrants,
        @Nullable String answersTo) {

    static ChallengeRow of(ProgrammeId programme, Challenge challenge) {
        return new ChallengeRow(
                challenge.id().value(),
                programme.value(),
                challenge.slug(),
                challenge.version(),
                challenge.title().byLanguage(),
                challenge.edition(),
                challenge.kind(),
                challenge.year(),
                TextByLanguage.textsOf(challenge.aim()),
                challenge.entrants(),
                challenge.answersTo());
    }

    Challenge toChallenge() {
        return new Challenge(
                new ChallengeId(id),
                slug,
                version,
                new TextByLanguage(title),
                edition,
                kind,
                year,
                TextByLanguage.of(aim),
                entrants,
                answersTo);
    }
}
