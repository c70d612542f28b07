package org.tinkuy.notification.newsletter;

/// The link of a confirmation mail is too old, or was never mailed.
public final class ConfirmationOver extends RuntimeException {

    public ConfirmationOver() {
        super("no subscription waits for this confirmation", null, false, false);
    }
}
