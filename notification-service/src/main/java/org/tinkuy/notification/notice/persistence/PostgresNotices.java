package org.tinkuy.notification.notice.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.notice.CodeRequest;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.NoticePart;
import org.tinkuy.notification.notice.Notices;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.Language;
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
    public Mono<Void> keep(NoticePart part) {
        var change = part.change();
        return database.sql(
                        """
                        insert into notice_parts (act, registration_id, session_id, programme_id,
                            status, position, in_calendar, reason, expires_at)
                        values (:act, :registration, :session, :programme,
                            :status, :position, :in_calendar, :reason, :expires_at)
                        on conflict do nothing
                        """)
                .bind("act", part.dedupeKey())
                .bind("registration", change.id().value())
                .bind("session", change.session().value())
                .bind("programme", change.programme().value())
                .bind("status", part.status().name().toLowerCase(Locale.ROOT))
                .bind("position", Columns.nullable(Integer.class, part.position()))
                .bind("in_calendar", part.inCalendar())
                .bind("reason", Columns.nullable(String.class, part.reason()))
                .bind("expires_at", part.expiresAt())
                .then();
    }

    @Override
    public Mono<List<Part>> parts(Collection<String> acts) {
        return database.sql(
                        """
                        select act, registration_id, session_id, status, position, in_calendar,
                            reason
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
                row.get("reason", String.class));
    }

    @Override
    public Mono<Void> keep(CodeRequest request) {
        return database.sql(
                        """
                        insert into codes (challenge_id, address, language, time_zone, purpose,
                            session_ids, requested_at, expires_at)
                        values (:challenge, :address, :language, :time_zone, :purpose,
                            :sessions, :requested_at, :expires_at)
                        on conflict do nothing
                        """)
                .bind("challenge", request.challengeId())
                .bind("address", request.to().address())
                .bind("language", request.to().language().tag())
                .bind("time_zone", Columns.zone(request.to().timeZone()))
                .bind("purpose", request.purpose().name().toLowerCase(Locale.ROOT))
                .bind(
                        "sessions",
                        request.sessions().stream().map(SessionId::value).toArray(UUID[]::new))
                .bind("requested_at", request.requestedAt())
                .bind("expires_at", request.expiresAt())
                .then();
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
                        Language.of(Columns.need(row, "language", String.class)),
                        Columns.zone(row, "time_zone")),
                Letter.Purpose.valueOf(
                        Columns.need(row, "purpose", String.class).toUpperCase(Locale.ROOT)),
                Stream.of(Columns.need(row, "session_ids", UUID[].class))
                        .map(SessionId::new)
                        .toList(),
                Columns.need(row, "requested_at", Instant.class),
                Columns.need(row, "expires_at", Instant.class));
    }

    @Override
    public Mono<Void> forget(Collection<UUID> challenges) {
        return database.sql("delete from codes where challenge_id = any(:challenges)")
                .bind("challenges", challenges.toArray(UUID[]::new))
                .then();
    }
}
