package org.tinkuy.registration.seats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;

/// An attendee's place at a session, in the state it is in. A person has one registration per
/// session for ever; who comes back after cancelling gets the same one, with a higher version.
public sealed interface Registration {

    Place place();

    /// Counts the states; the sequence of its messages.
    long version();

    Instant requestedAt();

    default boolean takesSeat() {
        return switch (this) {
            case Pending pending -> pending.seat() == PendingSeat.HELD;
            case Confirmed _ -> true;
            case Waitlisted _, Cancelled _ -> false;
        };
    }

    default Cancelled cancel(CancelReason reason, Instant now) {
        var confirmedAt = this instanceof Confirmed confirmed ? confirmed.confirmedAt() : null;
        return new Cancelled(place(), version() + 1, requestedAt(), confirmedAt, now, reason);
    }

    /// What never changes about a registration.
    record Place(
            RegistrationId id,
            SessionId session,
            PoolId pool,
            ProgrammeId programme,
            AttendeeId attendee) {}

    /// Asked for, but nobody has proved to own the address.
    record Pending(
            Place place, long version, Instant requestedAt, PendingSeat seat, Instant heldUntil)
            implements Registration {

        static Pending of(Place place, long version, PendingSeat seat, Instant now) {
            return new Pending(place, version, now, seat, Hold.from(now));
        }

        /// The attendee asked again.
        Pending prolong(PendingSeat seat, Instant now) {
            var until = Hold.prolonged(requestedAt, heldUntil, now);
            return new Pending(place, version + 1, requestedAt, seat, until);
        }

        boolean isOver(Instant now) {
            return !heldUntil.isAfter(now);
        }
    }

    /// @param waitlistedAt when the attendee joined the waiting list, before a seat became free
    record Confirmed(
            Place place,
            long version,
            Instant requestedAt,
            @Nullable Instant waitlistedAt,
            Instant confirmedAt)
            implements Registration {}

    /// @param order by which free seats are given: that of confirmed addresses' arrival on the list
    record Waitlisted(
            Place place, long version, Instant requestedAt, Instant waitlistedAt, long order)
            implements Registration {

        Confirmed promote(Instant now) {
            return new Confirmed(place, version + 1, requestedAt, waitlistedAt, now);
        }
    }

    record Cancelled(
            Place place,
            long version,
            Instant requestedAt,
            @Nullable Instant confirmedAt,
            Instant cancelledAt,
            CancelReason reason)
            implements Registration {}
}
