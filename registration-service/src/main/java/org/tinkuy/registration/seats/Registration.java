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

    /// When the attendee joined the waiting list, also where they have a seat or left by now;
    /// `null`: they never waited since they asked.
    default @Nullable Instant waitlistedAt() {
        return null;
    }

    default boolean takesSeat() {
        return switch (this) {
            case Pending pending -> pending.seat() == PendingSeat.HELD;
            case Confirmed _ -> true;
            case Waitlisted _, Lapsed _, Cancelled _ -> false;
        };
    }

    /// A seat that is taken, though nobody has it for certain.
    default boolean holdsSeat() {
        return this instanceof Pending && takesSeat();
    }

    /// Nothing is left to be confirmed, given back or ended.
    default boolean isOver() {
        return this instanceof Cancelled || this instanceof Lapsed;
    }

    default Cancelled cancel(CancelReason reason, Instant now) {
        var confirmedAt = this instanceof Confirmed confirmed ? confirmed.confirmedAt() : null;
        return new Cancelled(
                place(), version() + 1, requestedAt(), waitlistedAt(), confirmedAt, now, reason);
    }

    /// What is told of it. Whoever asks with an address takes no cancellation away: it stands until
    /// the request is confirmed.
    default Registration told() {
        var former =
                switch (this) {
                    case Pending pending -> pending.former();
                    case Lapsed lapsed -> lapsed.former();
                    case Confirmed _, Waitlisted _, Cancelled _ -> null;
                };
        return former == null ? this : former;
    }

    /// What never changes about a registration.
    record Place(
            RegistrationId id,
            SessionId session,
            PoolId pool,
            ProgrammeId programme,
            AttendeeId attendee) {}

    /// Asked for, but nobody has proved to own the address.
    ///
    /// @param requestedAt for the first time, before others that lapsed
    /// @param heldUntil then it lapses, and a seat that is held goes to others
    /// @param network from where a seat is held; `null`: none is, or it is not known
    /// @param former what it had been before somebody asked; `null`: nothing
    record Pending(
            Place place,
            long version,
            Instant requestedAt,
            PendingSeat seat,
            Instant heldUntil,
            @Nullable Network network,
            @Nullable Cancelled former)
            implements Registration {

        /// The attendee asked again. A seat that is held stays so, up to [Hold#LONGEST].
        ///
        /// @param offered what waits for a newcomer
        Pending askedAgain(
                PendingSeat offered, Instant until, @Nullable Network network, Instant now) {
            var latest = Hold.from(requestedAt, now);
            var hold = latest.isAfter(heldUntil) ? latest : heldUntil;
            if (takesSeat()) {
                return next(seat, hold, this.network);
            }
            return offered == PendingSeat.HELD && hold.isAfter(now)
                    ? next(offered, hold, network)
                    : next(offered.unheld(), until, null);
        }

        Pending until(Instant end) {
            return new Pending(place, version, requestedAt, seat, end, network, former);
        }

        private Pending next(PendingSeat seat, Instant until, @Nullable Network network) {
            return new Pending(place, version + 1, requestedAt, seat, until, network, former);
        }

        Lapsed lapse(Instant now) {
            return new Lapsed(place, version + 1, requestedAt, seat, now, former);
        }

        boolean isOver(Instant now) {
            return !heldUntil.isAfter(now);
        }
    }

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

    /// Nobody proved to own the address in time. A code that is still good brings it back.
    ///
    /// @param seat what had waited for the attendee
    /// @param former what it had been before somebody asked; `null`: nothing
    record Lapsed(
            Place place,
            long version,
            Instant requestedAt,
            PendingSeat seat,
            Instant lapsedAt,
            @Nullable Cancelled former)
            implements Registration {}

    record Cancelled(
            Place place,
            long version,
            Instant requestedAt,
            @Nullable Instant waitlistedAt,
            @Nullable Instant confirmedAt,
            Instant cancelledAt,
            CancelReason reason)
            implements Registration {}
}
