package org.tinkuy.notification.newsletter;

import org.tinkuy.problems.Refusal;

/// The registered got as many messages as they may within a day.
public final class TooManyMessages extends Refusal {

    TooManyMessages() {
        super(
                Because.CONFLICT,
                "too-many-messages",
                "At most "
                        + MessageAllowance.ABOUT_THE_SAME
                        + " messages about the same session or event, and "
                        + MessageAllowance.OF_A_PROGRAMME
                        + " of a programme, are sent within "
                        + MessageAllowance.WINDOW.toHours()
                        + " hours.");
    }
}
