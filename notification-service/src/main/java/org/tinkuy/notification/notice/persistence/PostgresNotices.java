package org.tinkuy.notification.notice.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.notice.CodeRequest;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.NoticePart;
import org.tinkuy.notification.notice.Notices;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

@Repository
class PostgresNotices implements Notices {

    private final DatabaseClient database;

    PostgresNotices(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keepParts(Collection<NoticePart> parts) {
        return database.sql(
                        """
                        insert into notice_parts (act, registration_id, session_id, programme_id,
                            status, position, in_calendar, was_waiting, reason, expires_at)
                        select * from unnest(
                            cast(:acts as text[]), cast(:registrations as uuid[]),
                            cast(:sessions as uuid[]), cast(:programmes as uuid[]),
                            cast(:statuses as text[]), cast(:positions as int[]),
                            cast(:in_calendar as boolean[]), cast(:was_waiting as boolean[]),
                            cast(:reasons as text[]),
                            cast(cast(:expire as text[]) as timestamptz[]))
                        on conflict do nothing
                        """)
                .bind("acts", Columns.array(parts, NoticePart::dedupeKey, String[]::new))
                .bind(
                        "registrations",
                        Columns.array(parts, it -> it.change().id().value(), UUID[]::new))
                .bind(
                        "sessions",
                        Columns.array(parts, it -> it.change().session().value(), UUID[]::new))
                .bind(
                        "programmes",
                        Columns.array(parts, it -> it.change().programme().value(), UUID[]::new))
                .bind("statuses", Columns.array(parts, it -> label(it.status()), String[]::new))
                .bind("positions", Columns.array(parts, NoticePart::position, Integer[]::new))
                .bind("in_calendar", Columns.array(parts, NoticePart::inCalendar, Boolean[]::new))
                .bind("was_waiting", Columns.array(parts, NoticePart::wasWaiting, Boolean[]::new))
                .bind("reasons", Columns.array(parts, NoticePart::reason, String[]::new))
                .bind(
                        "expire",
                        Columns.array(parts, it -> Columns.text(it.expiresAt()), String[]::new))
                .then();
    }

    private static String label(Place.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Mono<List<Part>> parts(Collection<String> acts) {
        return database.sql(
                        """
                        select act, registration_id, session_id, status, position, in_calendar,
                            was_waiting, reason
                        from notice_parts where act = any(:acts)
                        """)
                .bind("acts", acts.toArray(String[]::new))
                .map(PostgresNotices::part)
                .all()
                .collectList();
    }

    private static Part part(Readable row) {
        return new Part(
                Columns.need(row, "act", String.class),
                new RegistrationId(Columns.need(row, "registration_id", UUID.class)),
                new SessionId(Columns.need(row, "session_id", UUID.class)),
                Place.Status.valueOf(
                        Columns.need(row, "status", String.class).toUpperCase(Locale.ROOT)),
                row.get("position", Integer.class),
                Columns.need(row, "in_calendar", Boolean.class),
                Columns.need(row, "was_waiting", Boolean.class),
                row.get("reason", String.class));
    }

    @Override
    public Mono<Void> keepCodes(Collection<CodeRequest> requests) {
        return database.sql(
                        """
                        insert into codes (challenge_id, address, language, time_zone, purpose,
                            session_ids, full_session_ids, requested_at, expires_at)
                        select challenge, address, language, time_zone, purpose,
                            cast(sessions as uuid[]), cast(full_sessions as uuid[]),
                            requested_at, expires_at
                        from unnest(
                            cast(:challenges as uuid[]), cast(:addresses as text[]),
                            cast(:languages as text[]), cast(:time_zones as text[]),
                            cast(:purposes as text[]), cast(:sessions as text[]),
                            cast(:full as text[]),
                            cast(cast(:requested as text[]) as timestamptz[]),
                            cast(cast(:expire as text[]) as timestamptz[]))
                            as asked (challenge, address, language, time_zone, purpose, sessions,
                                full_sessions, requested_at, expires_at)
                        on conflict do nothing
                        """)
                .bind("challenges", Columns.array(requests, CodeRequest::challengeId, UUID[]::new))
                .bind("addresses", Columns.array(requests, it -> it.to().address(), String[]::new))
                .bind(
                        "languages",
                        Columns.array(requests, it -> it.to().language().tag(), String[]::new))
                .bind(
                        "time_zones",
                        Columns.array(
                                requests, it -> Columns.text(it.to().timeZone()), String[]::new))
                .bind(
                        "purposes",
                        Columns.array(
                                requests,
                                it -> it.purpose().name().toLowerCase(Locale.ROOT),
                                String[]::new))
                .bind("sessions", Columns.array(requests, it -> ids(it.sessions()), String[]::new))
                .bind("full", Columns.array(requests, it -> ids(it.full()), String[]::new))
                .bind(
                        "requested",
                        Columns.array(
                                requests, it -> Columns.text(it.requestedAt()), String[]::new))
                .bind(
                        "expire",
                        Columns.array(requests, it -> Columns.text(it.expiresAt()), String[]::new))
                .then();
    }

    private static String ids(Collection<SessionId> sessions) {
        return sessions.stream()
                .map(session -> session.value().toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Mono<List<CodeRequest>> codes(Collection<UUID> challenges) {
        return database.sql("select * from codes where challenge_id = any(:challenges)")
                .bind("challenges", challenges.toArray(UUID[]::new))
                .map(PostgresNotices::code)
                .all()
                .collectList();
    }

    private static CodeRequest code(Readable row) {
        return new CodeRequest(
                Columns.need(row, "challenge_id", UUID.class),
                new Addressee(
                        Columns.need(row, "address", String.class),
                        null,
                        Language.orSpanish(Columns.need(row, "language", String.class)),
                        Columns.zone(row, "time_zone")),
                Letter.Purpose.valueOf(
                        Columns.need(row, "purpose", String.class).toUpperCase(Locale.ROOT)),
                sessions(row, "session_ids").toList(),
                sessions(row, "full_session_ids").collect(Collectors.toUnmodifiableSet()),
                Columns.need(row, "requested_at", Instant.class),
                Columns.need(row, "expires_at", Instant.class));
    }

    private static Stream<SessionId> sessions(Readable row, String column) {
        return Stream.of(Columns.need(row, column, UUID[].class)).map(SessionId::new);
    }

    @Override
    public Mono<Void> forget(Collection<UUID> challenges) {
        return database.sql("delete from codes where challenge_id = any(:challenges)")
                .bind("challenges", challenges.toArray(UUID[]::new))
                .then();
    }
}
