package org.tinkuy.session.challenge;

import java.util.UUID;

public record ChallengeId(UUID value) {

    public static ChallengeId next() {
        return new ChallengeId(UUID.randomUUID());
    }
}
