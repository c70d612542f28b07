package org.tinkuy.notification.people.persistence;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;
import tools.jackson.core.type.TypeReference;

/// A session `s` of a programme `g`, as mails name it.
final class SessionRows {

    static final String COLUMNS =
            """
             s.id as session_id, s.kind, s.date, s.starts, s.ends, s.time_zone as session_zone,
             s.place, s.version,
             case when s.title is null then (
                 select case when count(*) = 1 then 0 else count(*) filter (
                     where (coalesce(a.begins_at, 'infinity'), a.id)
                         <= (coalesce(s.begins_at, 'infinity'), s.id)) end
                 from sessions a
                 where a.programme_id = s.programme_id and a.kind = s.kind and a.title is null
                   and a.event_id is not distinct from s.event_id
                   and (not a.withdrawn or a.id = s.id))
             else 0 end as ordinal,
             cast(s.title as text) as title,
             cast(g.title as text) as programme_title,
             cast(g.events -> cast(s.event_id as text) -> 'title' as text) as event_title,
             cast(s.cancelled_reason as text) as cancelled_reason,
             g.slug as programme_slug, g.contact as programme_contact,
             g.events -> cast(s.event_id as text) ->> 'slug' as event_slug
            """;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private SessionRows() {}

    static SessionDetails session(Readable row) {
        var contact = row.get("programme_contact", String.class);
        return new SessionDetails(
                new SessionId(Columns.need(row, "session_id", UUID.class)),
                page(row),
                Columns.need(row, "kind", String.class),
                Math.toIntExact(Columns.need(row, "ordinal", Long.class)),
                text(row, "title"),
                text(row, "event_title"),
                Objects.requireNonNull(text(row, "programme_title")),
                contact == null ? null : new EmailAddress(contact),
                row.get("date", LocalDate.class),
                row.get("starts", LocalTime.class),
                row.get("ends", LocalTime.class),
                ZoneId.of(Columns.need(row, "session_zone", String.class)),
                row.get("place", String.class),
                Columns.need(row, "version", Long.class),
                text(row, "cancelled_reason"));
    }

    private static String page(Readable row) {
        var programme = "/programmes/" + Columns.need(row, "programme_slug", String.class);
        var event = row.get("event_slug", String.class);
        return event == null ? programme : programme + "/" + event;
    }

    private static @Nullable LocalisedText text(Readable row, String column) {
        var json = row.get(column, String.class);
        return json == null ? null : new LocalisedText(Columns.JSON.readValue(json, TEXTS));
    }
}
