package org.tinkuy.notification.people.persistence;

import io.r2dbc.spi.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

@Repository
class PostgresSchedule implements Schedule {

    private final DatabaseClient database;

    PostgresSchedule(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> save(Programme programme) {
        var events =
                programme.events().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        event -> event.getKey().toString(),
                                        event -> EventColumn.of(event.getValue())));
        return database.sql(
                        """
                        insert into programme (id, slug, title, events, newsletter)
                        values (:id, :slug, cast(:title as jsonb), cast(:events as jsonb),
                            cast(:newsletter as jsonb))
                        on conflict (id) do update set
                            slug = excluded.slug,
                            title = excluded.title,
                            events = excluded.events,
                            newsletter = excluded.newsletter
                        """)
                .bind("id", programme.id().value())
                .bind("slug", programme.slug())
                .bind("title", Columns.json(programme.title().byLanguage()))
                .bind("events", Columns.json(events))
                .bind("newsletter", Columns.nullable(String.class, newsletter(programme)))
                .then();
    }

    private static @Nullable String newsletter(Programme programme) {
        var policy = programme.newsletter();
        return policy == null
                ? null
                : Columns.json(
                        new NewsletterColumn(policy.name(), policy.acknowledgement().byLanguage()));
    }

    /// The column `programme.newsletter`.
    private record NewsletterColumn(String name, Map<String, String> acknowledgement) {}

    /// An event inside the column `programme.events`.
    private record EventColumn(String slug, Map<String, String> title) {

        static EventColumn of(Event event) {
            return new EventColumn(event.slug(), event.title().byLanguage());
        }
    }

    @Override
    public Mono<Void> save(Session session) {
        var cancelled = session.cancelled();
        return database.sql(
                        """
                        insert into session (id, programme_id, event_id, kind, title,
                            date, starts, ends, time_zone, place, version,
                            cancelled_at, cancelled_reason)
                        values (:id, :programme, :event, :kind, cast(:title as jsonb),
                            :date, :starts, :ends, :time_zone, :place, :version,
                            :cancelled_at, cast(:cancelled_reason as jsonb))
                        on conflict (id) do update set
                            programme_id = excluded.programme_id,
                            event_id = excluded.event_id,
                            kind = excluded.kind,
                            title = excluded.title,
                            date = excluded.date,
                            starts = excluded.starts,
                            ends = excluded.ends,
                            time_zone = excluded.time_zone,
                            place = excluded.place,
                            version = excluded.version,
                            cancelled_at = excluded.cancelled_at,
                            cancelled_reason = excluded.cancelled_reason,
                            withdrawn = false
                        """)
                .bind("id", session.id().value())
                .bind("programme", session.programme().value())
                .bind("event", Columns.nullable(UUID.class, session.event()))
                .bind("kind", session.kind())
                .bind("title", json(session.title()))
                .bind("date", Columns.nullable(LocalDate.class, session.date()))
                .bind("starts", Columns.nullable(LocalTime.class, session.starts()))
                .bind("ends", Columns.nullable(LocalTime.class, session.ends()))
                .bind("time_zone", session.timeZone().getId())
                .bind("place", Columns.nullable(String.class, session.place()))
                .bind("version", session.version())
                .bind(
                        "cancelled_at",
                        Columns.nullable(Instant.class, cancelled == null ? null : cancelled.at()))
                .bind("cancelled_reason", json(cancelled == null ? null : cancelled.reason()))
                .then();
    }

    @Override
    public Mono<Map<SessionId, SessionDetails>> details(Collection<SessionId> sessions) {
        return database.sql(
                        "select"
                                + SessionRows.COLUMNS
                                + """
                                from session s
                                join programme g on g.id = s.programme_id
                                where s.id = any(:sessions)
                                """)
                .bind("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .map(SessionRows::session)
                .all()
                .collectMap(SessionDetails::id);
    }

    @Override
    public Mono<Void> withdraw(SessionId session) {
        return database.sql("update session set withdrawn = true where id = :id")
                .bind("id", session.value())
                .then();
    }

    private static Parameter json(@Nullable LocalisedText text) {
        return Columns.nullable(
                String.class, text == null ? null : Columns.json(text.byLanguage()));
    }
}
