package org.tinkuy.registration.seats;

import org.jspecify.annotations.Nullable;

/// Seats of a session that are counted together, and their waiting list. Whoever holds its row
/// decides alone about them.
///
/// @param capacity `null`: as many as come
/// @param taken seats held or confirmed; above the capacity only if that was lowered
/// @param waiting attendees on the waiting list, their address confirmed
/// @param lastOrder the highest order ever given on the waiting list
public record Pool(
        PoolId id,
        SessionId session,
        @Nullable Integer capacity,
        int taken,
        int waiting,
        long lastOrder) {

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

    Pool withTaken(int change) {
        return with(taken + change, waiting, lastOrder);
    }

    Pool withOneLessWaiting() {
        return with(taken, waiting - 1, lastOrder);
    }

    Pool withOneMoreWaiting() {
        return with(taken, waiting + 1, lastOrder + 1);
    }

    private Pool with(int taken, int waiting, long lastOrder) {
        return new Pool(id, session, capacity, taken, waiting, lastOrder);
    }
}
