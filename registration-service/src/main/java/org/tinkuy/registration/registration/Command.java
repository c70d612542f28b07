package org.tinkuy.registration.registration;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.EmailAddress;

/// What can be asked of the seats. Commands that arrive together are decided together, in order.
public sealed interface Command {

    /// The sessions whose seats it may change.
    Set<SessionId> sessions();

    @Nullable String traceparent();

    record Register(
            Registrant registrant,
            List<Wish> wishes,
            IdempotencyKey key,
            @Nullable String traceparent)
            implements Command {

        @Override
        public Set<SessionId> sessions() {
            return wishes.stream().map(Wish::session).collect(Collectors.toUnmodifiableSet());
        }
    }

    /// The attendee proved to own the address: whatever is pending becomes a seat or a place on the
    /// waiting list.
    ///
    /// @param sessions where something was pending
    record ConfirmAttendee(
            ConfirmationDue due, Set<SessionId> sessions, @Nullable String traceparent)
            implements Command {

        public AttendeeId attendee() {
            return due.attendee();
        }
    }

    record Cancel(
            RegistrationId registration,
            SessionId session,
            AttendeeId attendee,
            @Nullable String traceparent)
            implements Command {

        @Override
        public Set<SessionId> sessions() {
            return Set.of(session);
        }
    }

    record ExpireHold(RegistrationId registration, SessionId session) implements Command {

        @Override
        public Set<SessionId> sessions() {
            return Set.of(session);
        }

        @Override
        public @Nullable String traceparent() {
            return null;
        }
    }

    /// Gives seats that became free by a greater capacity to the waiting list.
    ///
    /// @param atMost so many are decided at a time
    record FillSeats(SessionId session, int atMost, @Nullable String traceparent)
            implements Command {

        @Override
        public Set<SessionId> sessions() {
            return Set.of(session);
        }
    }

    /// The session is cancelled, or no longer published.
    record Withdraw(
            RegistrationId registration,
            SessionId session,
            CancelReason reason,
            @Nullable String traceparent)
            implements Command {

        @Override
        public Set<SessionId> sessions() {
            return Set.of(session);
        }
    }

    /// @param id for the registration, should there be none yet
    record Wish(RegistrationId id, SessionId session) {}

    /// Who registers.
    sealed interface Registrant {

        /// Signed in, so the address is confirmed.
        record SignedIn(AttendeeId attendee) implements Registrant {}

        /// Somebody who states an address and may or may not own it.
        record Stranger(
                EmailAddress address, String name, String language, @Nullable ZoneId timeZone)
                implements Registrant {}
    }
}
