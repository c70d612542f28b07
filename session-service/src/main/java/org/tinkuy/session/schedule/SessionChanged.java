package org.tinkuy.session.schedule;

/// Somebody else changed the session since the caller read it.
public final class SessionChanged extends RuntimeException {

    SessionChanged() {
        super("the session was changed meanwhile");
    }
}
