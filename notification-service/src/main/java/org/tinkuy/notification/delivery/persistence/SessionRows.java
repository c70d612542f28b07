package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.tinkuy.notification.delivery.SessionDetails;
import org.tinkuy.notification.delivery.SessionId;

/// A session `s` of a programme `g`, as mails name it.
final class SessionRows {

    static final String COLUMNS =
            """
             s.id as session_id, s.kind, s.date, s.starts, s.ends, s.time_zone as session_zone,
             s.place, s.version,
             cast(s.title as text) as title,
             cast(g.title as text) as programme_title,
             cast(g.events -> cast(s.event_id as text) -> 'title' as text) as event_title,
             cast(s.cancelled_reason as text) as cancelled_reason,
             g.slug as programme_slug,
             g.events -> cast(s.event_id as text) ->> 'slug' as event_slug
            """;

    static final String IN_ORDER = " order by s.date, s.starts, s.id";

    private SessionRows() {}

    static SessionDetails session(Readable row) {
        return new SessionDetails(
                new SessionId(Rows.need(row, "session_id", UUID.class)),
                page(row),
                Rows.need(row, "kind", String.class),
                Rows.text(row, "title"),
                Rows.text(row, "event_title"),
                Objects.requireNonNull(Rows.text(row, "programme_title")),
                row.get("date", LocalDate.class),
                row.get("starts", LocalTime.class),
                row.get("ends", LocalTime.class),
                ZoneId.of(Rows.need(row, "session_zone", String.class)),
                row.get("place", String.class),
                Rows.need(row, "version", Long.class),
                Rows.text(row, "cancelled_reason"));
    }

    private static String page(Readable row) {
        var programme = "/programmes/" + Rows.need(row, "programme_slug", String.class);
        var event = row.get("event_slug", String.class);
        return event == null ? programme : programme + "/" + event;
    }
}
