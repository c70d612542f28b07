package org.tinkuy.session.challenge.persistence;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.challenge.ChallengeId;
import org.tinkuy.session.challenge.Challenges;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.PostgresDrafts;

@Repository
class PostgresChallenges extends PostgresDrafts<ChallengeId, Challenge, ChallengeRow>
        implements Challenges {

    PostgresChallenges(DatabaseClient database) {
        super(
                new JsonRows<>(database, "challenges", ChallengeRow.class),
                ChallengeId::value,
                ChallengeRow::of,
                ChallengeRow::toChallenge);
    }
}
