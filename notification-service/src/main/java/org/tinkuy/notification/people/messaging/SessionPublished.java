package org.tinkuy.notification.people.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;

/// What this service needs of `session-published`.
record SessionPublished(
        UUID id,
        UUID programmeId,
        @Nullable UUID eventId,
        String kind,
        @Nullable Map<String, String> title,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        ZoneId timeZone,
        @Nullable String place,
        long version,
        @Nullable Cancelled cancelled) {

    SessionPublished {
        requireNonNull(id, "id");
        requireNonNull(programmeId, "programmeId");
        requireNonNull(kind, "kind");
        requireNonNull(timeZone, "timeZone");
    }

    record Cancelled(Instant at, @Nullable Map<String, String> reason) {

        Cancelled {
            requireNonNull(at, "at");
        }

        private Schedule.Cancellation cancellation() {
            return new Schedule.Cancellation(at, reason == null ? null : new LocalisedText(reason));
        }
    }

    Schedule.Session session() {
        return new Schedule.Session(
                new SessionId(id),
                new ProgrammeId(programmeId),
                eventId,
                kind,
                title == null ? null : new LocalisedText(title),
                date,
                starts,
                ends,
                timeZone,
                place,
                version,
                cancelled == null ? null : cancelled.cancellation());
    }
}
