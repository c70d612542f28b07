package org.tinkuy.session.schedule;

import org.tinkuy.problems.Refusal;

/// Somebody else changed the session since the caller read it.
public final class SessionChanged extends Refusal {

    SessionChanged() {
        super(Because.CONFLICT, "session-changed", "The session was changed since you read it.");
    }
}
