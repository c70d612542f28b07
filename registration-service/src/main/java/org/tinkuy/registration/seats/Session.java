package org.tinkuy.registration.seats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a session.
///
/// @param endsAt `null`: not announced yet
public record Session(
        SessionId id,
        ProgrammeId programme,
        Admission admission,
        @Nullable Instant endsAt,
        Presence presence) {

    boolean isOver(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }

    /// Otherwise nobody may keep a place at it.
    public boolean takesPlace() {
        return presence == Presence.PUBLISHED;
    }

    /// Seats of a session that is over, cancelled or withdrawn are not handed on.
    boolean handsSeatsOn(Instant now) {
        return takesPlace() && !isOver(now);
    }
}
