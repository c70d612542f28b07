package org.tinkuy.quickstart;

/// The system cannot start as things are; the message tells a person what to do.
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartRefused(String message) {
        super(message);
    }

    StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
