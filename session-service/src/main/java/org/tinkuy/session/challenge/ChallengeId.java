package org.tinkuy.session.challenge;

import java.util.UUID;
import org.tinkuy.session.programme.PartId;

public record ChallengeId(UUID value) implements PartId {

    public static ChallengeId next() {
        return new ChallengeId(UUID.randomUUID());
    }
}
