package org.tinkuy.session.publication;

import org.tinkuy.problems.Refusal;

/// What people read once keeps its history.
public final class WasPublished extends Refusal {

    public WasPublished() {
        super(Because.CONFLICT, "was-published", "The programme is or was published.");
    }
}
