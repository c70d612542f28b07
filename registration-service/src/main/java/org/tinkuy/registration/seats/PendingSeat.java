package org.tinkuy.registration.seats;

/// What waits for the attendee while the address is not confirmed.
public enum PendingSeat {
    /// A seat, until the hold ends.
    HELD,
    /// Seats are left, and none of them is held: who confirms first has it.
    NOT_HELD,
    WAITING_LIST;

    PendingSeat unheld() {
        return this == HELD ? NOT_HELD : this;
    }
}
