package org.tinkuy.registration.seats;

import java.util.UUID;

public record PoolId(UUID value) {

    /// The pool that every session begins with; it carries the session's id.
    public static PoolId firstOf(SessionId session) {
        return new PoolId(session.value());
    }
}
