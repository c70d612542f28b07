package org.tinkuy.registration.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a session, and its counters.
///
/// @param capacity `null`: as many as come
/// @param endsAt `null`: not announced yet
/// @param taken seats held or confirmed; above the capacity only if that was lowered
/// @param waiting attendees on the waiting list, their address confirmed
/// @param lastOrder the highest order ever given on the waiting list
public record Session(
        SessionId id,
        ProgrammeId programme,
        Admission admission,
        @Nullable Integer capacity,
        @Nullable Instant endsAt,
        Presence presence,
        int taken,
        int waiting,
        long lastOrder) {

    boolean isOver(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }

    /// Seats of a session that is over, cancelled or withdrawn are not handed on.
    boolean handsSeatsOn(Instant now) {
        return presence == Presence.PUBLISHED && !isOver(now);
    }

    boolean hasFreeSeat() {
        return capacity == null || taken < capacity;
    }

    /// Nobody overtakes the waiting list.
    boolean hasSeatForNewcomer() {
        return waiting == 0 && hasFreeSeat();
    }

    /// Seats that can still be given; `null`: as many as come. None while a lowered capacity is
    /// exceeded.
    public @Nullable Integer left() {
        return capacity == null ? null : Math.max(0, capacity - taken);
    }

    Session withTaken(int change) {
        return with(taken + change, waiting, lastOrder);
    }

    Session withOneLessWaiting() {
        return with(taken, waiting - 1, lastOrder);
    }

    Session withOneMoreWaiting() {
        return with(taken, waiting + 1, lastOrder + 1);
    }

    private Session with(int taken, int waiting, long lastOrder) {
        return new Session(
                id, programme, admission, capacity, endsAt, presence, taken, waiting, lastOrder);
    }
}
