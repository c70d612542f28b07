package org.tinkuy.session.schedule;

import org.tinkuy.problems.Refusal;

/// There is no such session, or it was withdrawn.
public final class UnknownSession extends Refusal {

    public UnknownSession() {
        super(Because.NOT_FOUND, "not-found", "There is no such session.");
    }
}
