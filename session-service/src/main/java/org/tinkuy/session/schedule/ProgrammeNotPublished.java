package org.tinkuy.session.schedule;

import org.tinkuy.problems.Refusal;

/// A session is seen within its programme, which nobody sees yet.
public final class ProgrammeNotPublished extends Refusal {

    public ProgrammeNotPublished() {
        super(
                Because.CONFLICT,
                "programme-not-published",
                "The programme of the session is not published.");
    }
}
