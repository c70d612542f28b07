package org.tinkuy.registration.seats;

public enum CancelReason {
    BY_ATTENDEE,
    HOLD_EXPIRED,
    SESSION_CANCELLED,
    SESSION_WITHDRAWN
}
