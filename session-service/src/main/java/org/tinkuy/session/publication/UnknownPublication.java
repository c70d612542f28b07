package org.tinkuy.session.publication;

import org.tinkuy.problems.Refusal;

/// The programme has no publication of that number, or none that is kept any more.
public final class UnknownPublication extends Refusal {

    public UnknownPublication() {
        super(Because.NOT_FOUND, "not-found", "The programme has no such publication.");
    }
}
