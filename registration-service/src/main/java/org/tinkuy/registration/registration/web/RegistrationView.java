package org.tinkuy.registration.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Words;

/// A registration as its attendee sees it.
///
/// @param name who is registered: several people may share the address; absent once erased
/// @param status `pending`, `confirmed`, `waitlisted`, `cancelled`, or `lapsed`: asked for and
///   never confirmed
/// @param seat `held`, `not-held` or `waiting-list` while pending
/// @param heldUntil until when a pending one waits for its code
/// @param position on the waiting list, from 1
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationView(
        UUID id,
        UUID sessionId,
        UUID programmeId,
        @Nullable String name,
        String status,
        @Nullable String seat,
        @Nullable Instant heldUntil,
        @Nullable Integer position,
        Instant requestedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant lapsedAt) {

    static RegistrationView of(
            Registration registration, @Nullable Integer position, @Nullable String name) {
        var place = registration.place();
        return new RegistrationView(
                place.id().value(),
                place.session().value(),
                place.programme().value(),
                name,
                Words.status(registration),
                registration instanceof Pending pending ? Words.of(pending.seat()) : null,
                registration instanceof Pending pending ? pending.heldUntil() : null,
                position,
                registration.requestedAt(),
                confirmedAt(registration),
                registration instanceof Cancelled cancelled ? cancelled.cancelledAt() : null,
                registration instanceof Lapsed lapsed ? lapsed.lapsedAt() : null);
    }

    private static @Nullable Instant confirmedAt(Registration registration) {
        return switch (registration) {
            case Confirmed confirmed -> confirmed.confirmedAt();
            case Cancelled cancelled -> cancelled.confirmedAt();
            case Pending _, Lapsed _, Registration.Waitlisted _ -> null;
        };
    }
}
