package org.tinkuy.session.programme;

import org.tinkuy.problems.Refusal;

/// Sessions belong to the event.
public final class StillNeeded extends Refusal {

    public StillNeeded() {
        super(
                Because.CONFLICT,
                "still-needed",
                "Sessions belong to the event. Withdraw them, or give them to another, first.");
    }
}
