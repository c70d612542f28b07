package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.CancelReason;
import org.tinkuy.registration.seats.PendingSeat;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Place;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.registration.seats.Words;

/// A registration as its row: which columns are set depends on the state.
record RegistrationRow(
        Place place,
        long version,
        String status,
        @Nullable String seat,
        @Nullable Instant heldUntil,
        Instant requestedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant waitlistedAt,
        @Nullable Long order,
        @Nullable Instant cancelledAt,
        @Nullable String reason) {

    static RegistrationRow of(Registration registration) {
        return switch (registration) {
            case Pending it ->
                    of(it, Words.of(it.seat()), it.heldUntil(), null, null, null, null, null);
            case Confirmed it ->
                    of(it, null, null, it.confirmedAt(), it.waitlistedAt(), null, null, null);
            case Waitlisted it ->
                    of(it, null, null, null, it.waitlistedAt(), it.order(), null, null);
            case Cancelled it ->
                    of(
                            it,
                            null,
                            null,
                            it.confirmedAt(),
                            null,
                            null,
                            it.cancelledAt(),
                            Words.of(it.reason()));
        };
    }

    private static RegistrationRow of(
            Registration registration,
            @Nullable String seat,
            @Nullable Instant heldUntil,
            @Nullable Instant confirmedAt,
            @Nullable Instant waitlistedAt,
            @Nullable Long order,
            @Nullable Instant cancelledAt,
            @Nullable String reason) {
        return new RegistrationRow(
                registration.place(),
                registration.version(),
                Words.status(registration),
                seat,
                heldUntil,
                registration.requestedAt(),
                confirmedAt,
                waitlistedAt,
                order,
                cancelledAt,
                reason);
    }

    static Registration read(Readable row) {
        var place = place(row);
        var version = required(row, "version", Long.class);
        var requestedAt = required(row, "requested_at", Instant.class);
        return switch (required(row, "status", String.class)) {
            case "pending" ->
                    new Pending(
                            place,
                            version,
                            requestedAt,
                            Words.parse(PendingSeat.class, required(row, "seat", String.class)),
                            required(row, "held_until", Instant.class));
            case "confirmed" ->
                    new Confirmed(
                            place,
                            version,
                            requestedAt,
                            row.get("waitlisted_at", Instant.class),
                            required(row, "confirmed_at", Instant.class));
            case "waitlisted" ->
                    new Waitlisted(
                            place,
                            version,
                            requestedAt,
                            required(row, "waitlisted_at", Instant.class),
                            required(row, "waiting_order", Long.class));
            case "cancelled" ->
                    new Cancelled(
                            place,
                            version,
                            requestedAt,
                            row.get("confirmed_at", Instant.class),
                            required(row, "cancelled_at", Instant.class),
                            Words.parse(CancelReason.class, required(row, "reason", String.class)));
            case String other -> throw new IllegalStateException("no status: " + other);
        };
    }

    static Place place(Readable row) {
        return new Place(
                new RegistrationId(required(row, "id", UUID.class)),
                new SessionId(required(row, "session_id", UUID.class)),
                new PoolId(required(row, "pool_id", UUID.class)),
                new ProgrammeId(required(row, "programme_id", UUID.class)),
                new AttendeeId(required(row, "attendee_id", UUID.class)));
    }
}
