package org.tinkuy.registration.seats;

/// What waits for the attendee while the address is not confirmed.
public enum PendingSeat {
    HELD,
    WAITING_LIST
}
