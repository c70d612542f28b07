package org.tinkuy.session.programme;

import java.util.UUID;

public record EventId(UUID value) implements PartId {

    public static EventId next() {
        return new EventId(UUID.randomUUID());
    }
}
