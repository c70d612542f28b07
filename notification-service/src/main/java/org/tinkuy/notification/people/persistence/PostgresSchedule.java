package org.tinkuy.notification.people.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Repository
class PostgresSchedule implements Schedule {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, EventColumn>> EVENTS = new TypeReference<>() {};

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
                        insert into programmes (id, slug, title, contact, events, newsletter)
                        values (:id, :slug, cast(:title as jsonb), :contact, cast(:events as jsonb),
                            cast(:newsletter as jsonb))
                        on conflict (id) do update set
                            slug = excluded.slug,
                            title = excluded.title,
                            contact = excluded.contact,
                            events = excluded.events,
                            newsletter = excluded.newsletter
                        """)
                .bind("id", programme.id().value())
                .bind("slug", programme.slug())
                .bind("title", Columns.json(programme.title().byLanguage()))
                .bind("contact", Columns.nullable(String.class, contact(programme)))
                .bind("events", Columns.json(events))
                .bind("newsletter", Columns.nullable(String.class, newsletter(programme)))
                .then();
    }

    private static @Nullable String contact(Programme programme) {
        var contact = programme.contact();
        return contact == null ? null : contact.value();
    }

    private static @Nullable String newsletter(Programme programme) {
        var policy = programme.newsletter();
        return policy == null
                ? null
                : Columns.json(
                        new NewsletterColumn(policy.name(), policy.acknowledgement().byLanguage()));
    }

    /// The column `programme.newsletter`.
    private record NewsletterColumn(String name, @Nullable Map<String, String> acknowledgement) {

        NewsletterPolicy policy() {
            return new NewsletterPolicy(
                    name, new LocalisedText(acknowledgement == null ? Map.of() : acknowledgement));
        }
    }

    /// An event inside the column `programme.events`.
    private record EventColumn(String slug, Map<String, String> title) {

        static EventColumn of(Event event) {
            return new EventColumn(event.slug(), event.title().byLanguage());
        }

        Event event() {
            return new Event(slug, new LocalisedText(title));
        }
    }

    @Override
    public Mono<Void> withdraw(ProgrammeId programme) {
        return database.sql("update programmes set newsletter = null where id = :id")
                .bind("id", programme.value())
                .then();
    }

    @Override
    public Mono<Void> save(Session session) {
        var cancelled = session.cancelled();
        return database.sql(
                        """
                        insert into sessions (id, programme_id, event_id, kind, title,
                            date, starts, ends, time_zone, begins_at, place, version,
                            cancelled_at, cancelled_reason)
                        values (:id, :programme, :event, :kind, cast(:title as jsonb),
                            :date, :starts, :ends, :time_zone, :begins_at, :place, :version,
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
                            begins_at = excluded.begins_at,
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
                .bind(
                        "begins_at",
                        Columns.nullable(Instant.class, session.times().beginsFrom().orElse(null)))
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
                                from sessions s
                                join programmes g on g.id = s.programme_id
                                where s.id = any(:sessions)
                                """)
                .bind("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .map(SessionRows::session)
                .all()
                .collectMap(SessionDetails::id);
    }

    @Override
    public Mono<Void> withdraw(SessionId session) {
        return database.sql("update sessions set withdrawn = true where id = :id")
                .bind("id", session.value())
                .then();
    }

    private static Parameter json(@Nullable LocalisedText text) {
        return Columns.nullable(
                String.class, text == null ? null : Columns.json(text.byLanguage()));
    }

    @Override
    public Mono<Programme> programme(ProgrammeId id) {
        return database.sql(
                        """
                        select id, slug, cast(title as text) as title, contact,
                            cast(events as text) as events, cast(newsletter as text) as newsletter
                        from programmes where id = :id
                        """)
                .bind("id", id.value())
                .map(PostgresSchedule::named)
                .one();
    }

    private static Programme named(Readable row) {
        var events = Columns.JSON.readValue(Columns.need(row, "events", String.class), EVENTS);
        var newsletter = row.get("newsletter", String.class);
        var contact = row.get("contact", String.class);
        return new Programme(
                new ProgrammeId(Columns.need(row, "id", UUID.class)),
                Columns.need(row, "slug", String.class),
                new LocalisedText(
                        Columns.JSON.readValue(Columns.need(row, "title", String.class), TEXTS)),
                contact == null ? null : new EmailAddress(contact),
                events.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        event -> UUID.fromString(event.getKey()),
                                        event -> event.getValue().event())),
                newsletter == null
                        ? null
                        : Columns.JSON.readValue(newsletter, NewsletterColumn.class).policy());
    }

    @Override
    public Mono<ProgrammeId> programmeOf(SessionId session) {
        return database.sql("select programme_id from sessions where id = :session")
                .bind("session", session.value())
                .map(row -> new ProgrammeId(Columns.need(row, "programme_id", UUID.class)))
                .one();
    }

    @Override
    public Flux<SessionId> sessionsOf(ProgrammeId programme, UUID event) {
        return database.sql(
                        """
                        select id from sessions
                        where programme_id = :programme and event_id = :event order by id
                        """)
                .bind("programme", programme.value())
                .bind("event", event)
                .map(row -> new SessionId(Columns.need(row, "id", UUID.class)))
                .all();
    }

    @Override
    public Flux<SessionId> takingPlaceSince(LocalDate day) {
        return database.sql(
                        """
                        select id from sessions
                        where date >= :day and cancelled_at is null and not withdrawn
                        """)
                .bind("day", day)
                .map(row -> new SessionId(Columns.need(row, "id", UUID.class)))
                .all();
    }

    @Override
    public Mono<Set<SessionId>> takingPlace(Collection<SessionId> sessions) {
        return database.sql(
                        """
                        select id from sessions
                        where id = any(:ids) and cancelled_at is null and not withdrawn
                        """)
                .bind("ids", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .map(row -> new SessionId(Columns.need(row, "id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<SessionTimes> timesOf(SessionId session) {
        return database.sql(
                        """
                        select date, starts, ends, time_zone from sessions
                        where id = :session and cancelled_at is null and not withdrawn
                        """)
                .bind("session", session.value())
                .map(row ->
                        new SessionTimes(
                                row.get("date", LocalDate.class),
                                row.get("starts", LocalTime.class),
                                row.get("ends", LocalTime.class),
                                ZoneId.of(Columns.need(row, "time_zone", String.class))))
                .one();
    }
}
