package org.tinkuy.registration.seats;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonKey;

/// What can be asked of the seats. Commands that arrive together are decided together, in order.
public sealed interface Command {

    /// Whose seats it may change.
    Set<PoolId> pools();

    @Nullable String traceparent();

    record Register(
            Registrant registrant,
            List<Wish> wishes,
            IdempotencyKey key,
            Origin origin,
            @Nullable String traceparent)
            implements Command {

        @Override
        public Set<PoolId> pools() {
            return wishes.stream().map(Wish::pool).collect(Collectors.toUnmodifiableSet());
        }
    }

    /// A code came back: what its challenge named becomes a seat or a place on the waiting list,
    /// and nothing else.
    ///
    /// @param wishes one per session of `due`
    record Confirm(ConfirmationDue due, List<Wish> wishes, @Nullable String traceparent)
            implements Command {

        @Override
        public Set<PoolId> pools() {
            return wishes.stream().map(Wish::pool).collect(Collectors.toUnmodifiableSet());
        }

        public AttendeeId attendee() {
            return due.attendee();
        }
    }

    /// @param organiser who does it for the attendee; `null`: they do it themselves
    record Cancel(
            RegistrationId registration,
            PoolId pool,
            AttendeeId attendee,
            @Nullable AttendeeId organiser,
            @Nullable String traceparent)
            implements Command {

        @Override
        public Set<PoolId> pools() {
            return Set.of(pool);
        }

        CancelReason reason() {
            return organiser == null ? CancelReason.BY_ATTENDEE : CancelReason.BY_ORGANISER;
        }
    }

    /// An organiser gives somebody who waits a seat, beyond the capacity where none is free.
    record Promote(
            RegistrationId registration,
            PoolId pool,
            AttendeeId organiser,
            @Nullable String traceparent)
            implements Command {

        @Override
        public Set<PoolId> pools() {
            return Set.of(pool);
        }
    }

    /// Whoever asked for these takes it back before the address is confirmed.
    ///
    /// @param sessions those that no other code of this person can confirm
    record Withdraw(AttendeeId attendee, Set<SessionId> sessions, @Nullable String traceparent)
            implements Command {

        @Override
        public Set<PoolId> pools() {
            return sessions.stream().map(PoolId::firstOf).collect(Collectors.toUnmodifiableSet());
        }
    }

    record ExpireHold(RegistrationId registration, PoolId pool) implements Command {

        @Override
        public Set<PoolId> pools() {
            return Set.of(pool);
        }

        @Override
        public @Nullable String traceparent() {
            return null;
        }
    }

    /// Brings registrations in line with what was published of the session, so many at a time: of
    /// one that does not take place, they end; seats that a greater capacity brought go to the
    /// waiting list. What is true of the session when it is decided counts.
    record FollowSession(PoolId pool, int atMost) implements Command {

        @Override
        public Set<PoolId> pools() {
            return Set.of(pool);
        }

        @Override
        public @Nullable String traceparent() {
            return null;
        }
    }

    /// @param id for the registration, should there be none yet
    record Wish(RegistrationId id, SessionId session) {

        /// With ids in the order of the request, which is the order of lists.
        public static List<Wish> of(List<SessionId> sessions, Instant now) {
            var ids = sessions.stream().map(_ -> TimeOrderedId.at(now)).sorted().iterator();
            return sessions.stream()
                    .map(session -> new Wish(new RegistrationId(ids.next()), session))
                    .toList();
        }

        public PoolId pool() {
            return PoolId.firstOf(session);
        }
    }

    /// Who registers.
    sealed interface Registrant {

        /// Signed in, so the address is confirmed.
        record SignedIn(AttendeeId attendee) implements Registrant {}

        /// Somebody who states an address and may or may not own it.
        record Stranger(
                EmailAddress address, String name, String language, @Nullable ZoneId timeZone)
                implements Registrant {

            public PersonKey key() {
                return PersonKey.of(address, name);
            }
        }
    }
}
