package org.tinkuy.session.programme;

import org.tinkuy.problems.Refusal;

/// Somebody else changed the draft since the organiser read it.
public final class DraftChanged extends Refusal {

    public DraftChanged() {
        super(Because.CONFLICT, "draft-changed", "The draft was changed since you read it.");
    }
}
