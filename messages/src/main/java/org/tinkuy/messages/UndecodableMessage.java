package org.tinkuy.messages;

import org.jspecify.annotations.Nullable;

/// What was received is no message of the contract: it goes to the dead letters at once.
public final class UndecodableMessage extends RuntimeException {

    public UndecodableMessage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
