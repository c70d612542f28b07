package org.tinkuy.session.fair;

import java.util.UUID;
import org.tinkuy.session.programme.PartId;

public record StandId(UUID value) implements PartId {

    public static StandId next() {
        return new StandId(UUID.randomUUID());
    }
}
