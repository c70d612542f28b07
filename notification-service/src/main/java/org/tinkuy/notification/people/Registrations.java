package org.tinkuy.notification.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// How registrations stand.
public interface Registrations {

    enum Status {
        CONFIRMED,
        WAITLISTED,
        CANCELLED;

        public static Status labelled(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Remembers how registrations stand, so that a mail about an earlier state is not sent.
    ///
    /// @param changes each of another registration
    /// @param now since when the person is told when the session is, if it stands differently
    /// @return those that are news to the person ([Standing])
    Mono<Set<RegistrationId>> note(Collection<RegistrationChange> changes, Instant now);

    /// A registration, as far as others tell of it.
    ///
    /// @param decidedAt when the seat was confirmed, or the place on the waiting list given
    /// @param knownSince since when mails have told the person when the session is
    /// @param revision how often the seat was given up or taken again
    /// @param isReachable whether the person is known and was not erased
    record Seat(
            RegistrationId id,
            SessionId session,
            ProgrammeId programme,
            RecipientId recipient,
            Status status,
            @Nullable Instant decidedAt,
            @Nullable Instant knownSince,
            int revision,
            boolean isReachable) {

        public boolean isConfirmedBefore(Instant time) {
            return status == Status.CONFIRMED && decidedAt != null && decidedAt.isBefore(time);
        }
    }

    /// Some of a session's, in order.
    ///
    /// @param after the last of the page before
    Mono<List<Seat>> page(
            SessionId session, Set<Status> statuses, @Nullable RegistrationId after, int limit);

    /// Those of these people, at these sessions.
    Mono<List<Seat>> of(Collection<RecipientId> recipients, Collection<SessionId> sessions);

    Mono<List<Seat>> of(Collection<RecipientId> recipients);

    /// How many reachable people had a confirmed seat by then.
    Mono<Long> countConfirmed(SessionId session, @Nullable RegistrationId after, Instant before);

    /// People with a seat at one of some sessions by a moment, each once.
    ///
    /// @param waitingToo or with a place on a waiting list
    record Holders(Collection<SessionId> sessions, boolean waitingToo, Instant by) {

        public Holders {
            sessions = List.copyOf(sessions);
        }
    }

    /// Some of those that can be reached, in order.
    ///
    /// @param after the last of the page before
    Mono<List<RecipientId>> page(Holders holders, @Nullable RecipientId after, int limit);

    /// How many can be reached.
    ///
    /// @param except without those who have one of these addresses
    Mono<Long> count(Holders holders, Collection<String> except);

    /// @param revision how often the seat was given up or taken again
    /// @param isCoveredByOthers whether it is over, and somebody else with the same address has a
    ///   seat there: their calendar is the same
    record Current(Status status, int revision, boolean isCoveredByOthers) {}

    /// Absent are those that are not known.
    Mono<Map<RegistrationId, Current>> current(Collection<RegistrationId> registrations);

    /// Absent are those that are not known.
    Mono<Map<RegistrationId, SessionId>> sessions(Collection<RegistrationId> registrations);
}
