package org.tinkuy.registration.seats;

public enum CancelReason {
    BY_ATTENDEE,
    BY_ORGANISER,
    SESSION_CANCELLED,
    SESSION_WITHDRAWN
}
