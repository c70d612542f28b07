package org.tinkuy.registration.seats;

/// Whether a session takes registrations and hands on seats.
public enum Presence {
    PUBLISHED,
    /// It does not take place, and is still shown.
    CANCELLED,
    /// It is no longer published.
    WITHDRAWN
}
