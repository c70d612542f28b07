package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.CancelReason;
import org.tinkuy.registration.seats.Network;
import org.tinkuy.registration.seats.PendingSeat;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
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
        @Nullable String network,
        Instant requestedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant waitlistedAt,
        @Nullable Long order,
        @Nullable Instant lapsedAt,
        @Nullable Instant cancelledAt,
        @Nullable String reason) {

    /// What only some states have.
    private static final class Details {
        @Nullable String seat;
        @Nullable Instant heldUntil;
        @Nullable String network;
        @Nullable Instant confirmedAt;
        @Nullable Instant waitlistedAt;
        @Nullable Long order;
        @Nullable Instant lapsedAt;
        @Nullable Instant cancelledAt;
        @Nullable String reason;

        void former(@Nullable Cancelled cancelled) {
            if (cancelled != null) {
                waitlistedAt = cancelled.waitlistedAt();
                confirmedAt = cancelled.confirmedAt();
                cancelledAt = cancelled.cancelledAt();
                reason = Words.of(cancelled.reason());
            }
        }
    }

    static RegistrationRow of(Registration registration) {
        var details = details(registration);
        return new RegistrationRow(
                registration.place(),
                registration.version(),
                Words.status(registration),
                details.seat,
                details.heldUntil,
                details.network,
                registration.requestedAt(),
                details.confirmedAt,
                details.waitlistedAt,
                details.order,
                details.lapsedAt,
                details.cancelledAt,
                details.reason);
    }

    private static Details details(Registration registration) {
        var details = new Details();
        switch (registration) {
            case Pending it -> {
                details.seat = Words.of(it.seat());
                details.heldUntil = it.heldUntil();
                details.network = it.network() == null ? null : it.network().value();
                details.former(it.former());
            }
            case Confirmed it -> {
                details.confirmedAt = it.confirmedAt();
                details.waitlistedAt = it.waitlistedAt();
            }
            case Waitlisted it -> {
                details.waitlistedAt = it.waitlistedAt();
                details.order = it.order();
            }
            case Lapsed it -> {
                details.seat = Words.of(it.seat());
                details.lapsedAt = it.lapsedAt();
                details.former(it.former());
            }
            case Cancelled it -> details.former(it);
        }
        return details;
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
                            required(row, "held_until", Instant.class),
                            network(row),
                            former(row, place, version, requestedAt));
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
            case "lapsed" ->
                    new Lapsed(
                            place,
                            version,
                            requestedAt,
                            Words.parse(PendingSeat.class, required(row, "seat", String.class)),
                            required(row, "lapsed_at", Instant.class),
                            former(row, place, version, requestedAt));
            case "cancelled" -> cancelled(row, place, version, requestedAt);
            case String other -> throw new IllegalStateException("no status: " + other);
        };
    }

    private static @Nullable Cancelled former(
            Readable row, Place place, long version, Instant requestedAt) {
        return row.get("cancelled_at", Instant.class) == null
                ? null
                : cancelled(row, place, version, requestedAt);
    }

    private static Cancelled cancelled(
            Readable row, Place place, long version, Instant requestedAt) {
        return new Cancelled(
                place,
                version,
                requestedAt,
                row.get("waitlisted_at", Instant.class),
                row.get("confirmed_at", Instant.class),
                required(row, "cancelled_at", Instant.class),
                Words.parse(CancelReason.class, required(row, "reason", String.class)));
    }

    static @Nullable Network network(Readable row) {
        var network = row.get("network", String.class);
        return network == null ? null : new Network(network);
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
