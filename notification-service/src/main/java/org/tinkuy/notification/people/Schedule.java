package org.tinkuy.notification.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Programmes and sessions, as far as mails name them.
///
/// What is no longer published is kept: a cancellation still says what it is about.
public interface Schedule {

    /// @param slug names its page
    /// @param contact where answers go; `null`: to the sender
    /// @param newsletter `null`: it offers none
    record Programme(
            ProgrammeId id,
            String slug,
            LocalisedText title,
            @Nullable EmailAddress contact,
            Map<UUID, Event> events,
            @Nullable NewsletterPolicy newsletter) {

        public Programme {
            events = Map.copyOf(events);
        }
    }

    record Event(String slug, LocalisedText title) {}

    /// @param acknowledgement what a visitor reads after entering an address
    record NewsletterPolicy(String name, LocalisedText acknowledgement) {}

    record Session(
            SessionId id,
            ProgrammeId programme,
            @Nullable UUID event,
            String kind,
            @Nullable LocalisedText title,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            ZoneId timeZone,
            @Nullable String place,
            long version,
            @Nullable Cancellation cancelled) {

        public SessionTimes times() {
            return new SessionTimes(date, starts, ends, timeZone);
        }
    }

    /// @param reason the organisers' words, where they gave any
    record Cancellation(Instant at, @Nullable LocalisedText reason) {}

    Mono<Void> save(Programme programme);

    /// It is no longer published: mails still name it, and it offers no newsletter.
    Mono<Void> withdraw(ProgrammeId programme);

    Mono<Void> save(Session session);

    Mono<Programme> programme(ProgrammeId id);

    /// Empty if it was never published.
    Mono<ProgrammeId> programmeOf(SessionId session);

    /// Also those that are over, cancelled or withdrawn.
    Flux<SessionId> sessionsOf(ProgrammeId programme, UUID event);

    /// Those with a day that is not before this one, as far as they take place.
    Flux<SessionId> takingPlaceSince(LocalDate day);

    /// Without the cancelled and the withdrawn.
    Mono<Set<SessionId>> takingPlace(Collection<SessionId> sessions);

    /// Empty if it does not take place.
    Mono<SessionTimes> timesOf(SessionId session);

    /// What mails say of these sessions; those are absent whose programme is not known yet.
    Mono<Map<SessionId, SessionDetails>> details(Collection<SessionId> sessions);

    /// It is no longer published.
    Mono<Void> withdraw(SessionId session);
}
