package org.tinkuy.registration.seats;

import org.jspecify.annotations.Nullable;

/// Seats of a session that are counted together, and their waiting list. Whoever holds its row
/// decides alone about them.
///
/// @param capacity `null`: as many as come
/// @param taken seats held or confirmed; above the capacity only if that was lowered, or organisers
///   gave more
/// @param held those of them that nobody has for certain
/// @param waiting attendees on the waiting list, their address confirmed
/// @param lastOrder the highest order ever given on the waiting list
/// @param added seats that organisers gave in this batch, whether or not one was free
public record Pool(
        PoolId id,
        SessionId session,
        @Nullable Integer capacity,
        int taken,
        int held,
        int waiting,
        long lastOrder,
        int added) {

    boolean hasFreeSeat() {
        return capacity == null || taken < capacity;
    }

    /// Nobody overtakes the waiting list.
    boolean hasSeatForNewcomer() {
        return waiting == 0 && hasFreeSeat();
    }

    /// Holds are kept within their share.
    boolean mayHoldOneMore() {
        return Hold.isWithinShare(capacity, confirmed(), held + 1);
    }

    /// Seats that are given for certain. Who asks with an address does not change it, so it says of
    /// no address whether it is registered.
    public int confirmed() {
        return taken - held;
    }

    /// Seats that nobody has for certain; `null`: as many as come. None while a lowered capacity is
    /// exceeded.
    public @Nullable Integer left() {
        return capacity == null ? null : Math.max(0, capacity - confirmed());
    }

    /// Every seat is given for certain: whoever comes now joins the waiting list.
    public boolean isFull() {
        return capacity != null && confirmed() >= capacity;
    }

    Pool withSeats(int taken, int held) {
        return with(this.taken + taken, this.held + held, waiting, lastOrder, added);
    }

    Pool withOneLessWaiting() {
        return with(taken, held, waiting - 1, lastOrder, added);
    }

    Pool withOneMoreWaiting() {
        return with(taken, held, waiting + 1, lastOrder + 1, added);
    }

    Pool withOneSeatAdded() {
        return with(taken, held, waiting, lastOrder, added + 1);
    }

    private Pool with(int taken, int held, int waiting, long lastOrder, int added) {
        return new Pool(id, session, capacity, taken, held, waiting, lastOrder, added);
    }
}
