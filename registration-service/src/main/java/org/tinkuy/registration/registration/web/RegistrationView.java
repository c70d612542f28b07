package org.tinkuy.registration.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Words;

/// A registration as its attendee sees it.
///
/// @param status `pending`, `confirmed`, `waitlisted` or `cancelled`
/// @param seat `held` or `waiting-list` while pending
/// @param position on the waiting list, from 1
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationView(
        UUID id,
        UUID sessionId,
        UUID programmeId,
        String status,
        @Nullable String seat,
        @Nullable Integer position,
        Instant requestedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant cancelledAt) {

    static RegistrationView of(Registration registration, @Nullable Integer position) {
        var place = registration.place();
        return new RegistrationView(
                place.id().value(),
                place.session().value(),
                place.programme().value(),
                Words.status(registration),
                registration instanceof Pending pending ? Words.of(pending.seat()) : null,
                position,
                registration.requestedAt(),
                confirmedAt(registration),
                registration instanceof Cancelled cancelled ? cancelled.cancelledAt() : null);
    }

    private static @Nullable Instant confirmedAt(Registration registration) {
        return switch (registration) {
            case Confirmed confirmed -> confirmed.confirmedAt();
            case Cancelled cancelled -> cancelled.confirmedAt();
            case Pending _, Registration.Waitlisted _ -> null;
        };
    }
}
