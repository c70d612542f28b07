package org.tinkuy.session.schedule.persistence;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.schedule.Cancellation;
import org.tinkuy.session.schedule.Capacity;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionKind;
import org.tinkuy.session.schedule.SessionTimes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Table("sessions")
record SessionRow(
        @Id UUID id,
        UUID programmeId,
        @Nullable UUID eventId,
        String kind,
        @Nullable Json title,
        @Nullable String note,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable String timeZone,
        @Nullable String place,
        @Nullable Integer capacity,
        @Nullable Instant cancelledAt,
        @Nullable Json cancelReason,
        long version) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    static SessionRow of(Session session) {
        var eventId = session.eventId();
        var title = session.title();
        var zone = session.ownTimeZone();
        var capacity = session.capacity();
        var cancellation = session.cancellation();
        return new SessionRow(
                session.id().value(),
                session.programmeId().value(),
                eventId == null ? null : eventId.value(),
                session.kind().word(),
                json(title),
                session.note(),
                session.times().date(),
                session.times().starts(),
                session.times().ends(),
                zone == null ? null : zone.getId(),
                session.place(),
                capacity == null ? null : capacity.seats(),
                cancellation == null ? null : cancellation.at(),
                cancellation == null ? null : json(cancellation.reason()),
                session.version());
    }

    private static @Nullable Json json(@Nullable TextByLanguage text) {
        return text == null ? null : Json.of(JSON.writeValueAsString(text.byLanguage()));
    }

    private static @Nullable TextByLanguage text(@Nullable Json json) {
        return json == null ? null : new TextByLanguage(JSON.readValue(json.asString(), TEXTS));
    }

    Session toSession() {
        return new Session(
                new SessionId(id),
                new ProgrammeId(programmeId),
                eventId == null ? null : new EventId(eventId),
                SessionKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                text(title),
                note,
                new SessionTimes(date, starts, ends),
                timeZone == null ? null : ZoneId.of(timeZone),
                place,
                capacity == null ? null : new Capacity(capacity),
                cancelledAt == null ? null : new Cancellation(cancelledAt, text(cancelReason)),
                version);
    }
}
