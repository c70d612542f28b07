package org.tinkuy.registration.seats;

public enum CancelReason {
    BY_ATTENDEE,
    SESSION_CANCELLED,
    SESSION_WITHDRAWN
}
