package org.tinkuy.session.schedule;

/// There is no such session, or it was withdrawn.
public final class UnknownSession extends RuntimeException {

    public UnknownSession() {
        super("no such session");
    }
}
