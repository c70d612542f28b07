package org.tinkuy.notification.delivery;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Programmes and sessions, as far as mails name them.
///
/// What is no longer published is kept: a cancellation still says what it is about.
public interface Schedule {

    /// @param slug names its page
    record Programme(ProgrammeId id, String slug, LocalisedText title, Map<UUID, Event> events) {

        public Programme {
            events = Map.copyOf(events);
        }
    }

    record Event(String slug, LocalisedText title) {}

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
            long version) {}

    Mono<Void> save(Programme programme);

    Mono<Void> save(Session session);

    /// What mails say of these sessions; those are absent whose programme is not known yet.
    Mono<Map<SessionId, SessionDetails>> details(Collection<SessionId> sessions);
}
