package org.tinkuy.registration.registration.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.Words;

/// The body of every message on `registrations`: the whole state after the fact.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationState(
        UUID id,
        UUID sessionId,
        UUID programmeId,
        UUID attendeeId,
        String status,
        @Nullable String seat,
        @Nullable Integer position,
        Instant requestedAt,
        @Nullable Instant heldUntil,
        @Nullable Instant waitlistedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant lapsedAt,
        @Nullable Instant cancelledAt,
        @Nullable String reason,
        @Nullable List<UUID> together) {

    /// What only some states have.
    private record Details(
            @Nullable String seat,
            @Nullable Instant heldUntil,
            @Nullable Instant waitlistedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant lapsedAt,
            @Nullable Instant cancelledAt,
            @Nullable String reason) {

        static Details of(Registration registration) {
            return switch (registration) {
                case Pending it ->
                        new Details(
                                Words.of(it.seat()), it.heldUntil(), null, null, null, null, null);
                case Confirmed it ->
                        new Details(null, null, null, it.confirmedAt(), null, null, null);
                case Waitlisted it ->
                        new Details(null, null, it.waitlistedAt(), null, null, null, null);
                case Lapsed it -> new Details(null, null, null, null, it.lapsedAt(), null, null);
                case Cancelled it ->
                        new Details(
                                null,
                                null,
                                it.waitlistedAt(),
                                it.confirmedAt(),
                                null,
                                it.cancelledAt(),
                                Words.of(it.reason()));
            };
        }
    }

    static RegistrationState of(RegistrationEvent event) {
        var registration = event.after();
        var place = registration.place();
        var details = Details.of(registration);
        return new RegistrationState(
                place.id().value(),
                place.session().value(),
                place.programme().value(),
                place.attendee().value(),
                Words.status(registration),
                details.seat(),
                event.position(),
                registration.requestedAt(),
                details.heldUntil(),
                details.waitlistedAt(),
                details.confirmedAt(),
                details.lapsedAt(),
                details.cancelledAt(),
                details.reason(),
                event.together().isEmpty()
                        ? null
                        : event.together().stream().map(RegistrationId::value).toList());
    }
}
