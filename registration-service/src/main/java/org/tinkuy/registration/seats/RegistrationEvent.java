package org.tinkuy.registration.seats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a registration.
///
/// @param position on the waiting list, from 1; `null` unless waitlisted
/// @param together every registration that the same act confirmed, waitlisted or cancelled
/// @param traceparent the trace of the request that caused it
public record RegistrationEvent(
        Kind kind,
        Registration after,
        @Nullable Integer position,
        List<RegistrationId> together,
        @Nullable String traceparent) {

    RegistrationEvent with(List<RegistrationId> together) {
        return new RegistrationEvent(kind, after, position, together, traceparent);
    }

    public enum Kind {
        REQUESTED,
        CONFIRMED,
        WAITLISTED,
        PROMOTED,
        LAPSED,
        CANCELLED
    }
}
