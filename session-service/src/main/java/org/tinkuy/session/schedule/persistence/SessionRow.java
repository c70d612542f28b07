package org.tinkuy.session.schedule.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.schedule.Cancellation;
import org.tinkuy.session.schedule.Capacity;
import org.tinkuy.session.schedule.People;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionKind;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.schedule.SessionTimes;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record SessionRow(
        UUID id,
        UUID programmeId,
        @Nullable UUID eventId,
        String kind,
        @Nullable Map<String, String> title,
        @Nullable String note,
        @Nullable Map<String, String> description,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable String timeZone,
        @Nullable String place,
        @Nullable Integer capacity,
        List<UUID> speakers,
        List<UUID> moderators,
        @Nullable Instant cancelledAt,
        @Nullable Map<String, String> cancelReason,
        long version) {

    static SessionRow of(Session session) {
        var eventId = session.eventId();
        var zone = session.ownTimeZone();
        var capacity = session.capacity();
        var cancellation = session.cancellation();
        return new SessionRow(
                session.id().value(),
                session.programmeId().value(),
                eventId == null ? null : eventId.value(),
                session.kind().word(),
                TextByLanguage.textsOf(session.title()),
                session.note(),
                TextByLanguage.textsOf(session.description()),
                session.times().date(),
                session.times().starts(),
                session.times().ends(),
                zone == null ? null : zone.getId(),
                session.place(),
                capacity == null ? null : capacity.seats(),
                session.people().speakerIds(),
                session.people().moderatorIds(),
                cancellation == null ? null : cancellation.at(),
                cancellation == null ? null : TextByLanguage.textsOf(cancellation.reason()),
                session.version());
    }

    Session toSession() {
        return new Session(
                new SessionId(id),
                new ProgrammeId(programmeId),
                plan(),
                cancelledAt == null
                        ? null
                        : new Cancellation(cancelledAt, TextByLanguage.of(cancelReason)),
                version);
    }

    private SessionPlan plan() {
        return new SessionPlan(
                eventId == null ? null : new EventId(eventId),
                SessionKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                TextByLanguage.of(title),
                note,
                TextByLanguage.of(description),
                new SessionTimes(date, starts, ends),
                timeZone == null ? null : ZoneId.of(timeZone),
                place,
                capacity == null ? null : new Capacity(capacity),
                People.of(speakers, moderators));
    }
}
