package org.tinkuy.session.fair;

import java.util.UUID;

public record StandId(UUID value) {

    public static StandId next() {
        return new StandId(UUID.randomUUID());
    }
}
