package org.tinkuy.session.programme;

import org.tinkuy.problems.Refusal;

/// The programme has nothing of that kind with that id.
public final class UnknownDraft extends Refusal {

    public UnknownDraft() {
        super(Because.NOT_FOUND, "not-found", "The programme has no such part.");
    }
}
