package org.tinkuy.session.programme;

import org.tinkuy.problems.Refusal;

/// There is no such programme.
public final class UnknownProgramme extends Refusal {

    public UnknownProgramme() {
        super(Because.NOT_FOUND, "not-found", "There is no such programme.");
    }
}
