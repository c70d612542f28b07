package org.tinkuy.session.schedule;

import java.util.UUID;

public record SessionId(UUID value) {

    public static SessionId next() {
        return new SessionId(UUID.randomUUID());
    }
}
