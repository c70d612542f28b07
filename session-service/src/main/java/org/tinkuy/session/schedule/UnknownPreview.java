package org.tinkuy.session.schedule;

import org.tinkuy.problems.Refusal;

/// The link never was, is over, or was taken back: nobody learns which.
public final class UnknownPreview extends Refusal {

    public UnknownPreview() {
        super(Because.NOT_FOUND, "not-found", "There is no such preview, or it is over.");
    }
}
