package org.tinkuy.session.publication;

import org.tinkuy.problems.Refusal;

/// What people still come to is not put away.
public final class NotOver extends Refusal {

    NotOver() {
        super(
                Because.CONFLICT,
                "not-over",
                "The programme is published, and nothing says that its last day is over.");
    }
}
