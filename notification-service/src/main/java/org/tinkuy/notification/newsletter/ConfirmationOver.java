package org.tinkuy.notification.newsletter;

import org.tinkuy.problems.Refusal;

/// The link of a confirmation mail is too old, or was never mailed.
public final class ConfirmationOver extends Refusal {

    public ConfirmationOver() {
        super(
                Because.OVER,
                "confirmation-over",
                "This link confirms nothing any more; subscribe again to get another.");
    }
}
