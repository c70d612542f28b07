package org.tinkuy.registration.identity.persistence;

import static org.tinkuy.registration.identity.persistence.Columns.optional;
import static org.tinkuy.registration.identity.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.DeviceSession;
import org.tinkuy.registration.identity.DeviceSessionId;
import org.tinkuy.registration.identity.DeviceSessions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresDeviceSessions implements DeviceSessions {

    private static final String ADD =
            """
            insert into device_sessions
                (id, token_hash, attendee_id, label, opened_at, last_seen_at, expires_at)
            values (:id, :hash, :attendee, :label, :openedAt, :lastSeenAt, :expiresAt)
            """;

    private static final String FIND =
            """
            select * from device_sessions
            where token_hash = :hash and closed_at is null and expires_at > :now
            """;

    private static final String CLOSE =
            """
            update device_sessions set closed_at = :now
            where id = :id and closed_at is null
            returning *
            """;

    /// The attendees who have the address of one.
    private static final String OF_ADDRESS =
            """
            attendee_id in (
                select same.id from attendees one join attendees same using (address)
                where one.id = :attendee)
            and closed_at is null and expires_at > :now
            """;

    private static final String LIST =
            "select * from device_sessions where "
                    + OF_ADDRESS
                    + " order by last_seen_at desc, id desc";

    private static final String CLOSE_OF_ADDRESS =
            "update device_sessions set closed_at = :now where id = :id and "
                    + OF_ADDRESS
                    + " returning *";

    private static final String CLOSE_OTHERS =
            "update device_sessions set closed_at = :now where id <> :kept and "
                    + OF_ADDRESS
                    + " returning *";

    /// Two requests that note it at once write once.
    private static final String NOTE_SEEN =
            """
            update device_sessions set last_seen_at = :now where id = :id and last_seen_at < :now
            """;

    private final DatabaseClient database;

    PostgresDeviceSessions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(DeviceSession session, byte[] tokenHash) {
        return database.sql(ADD)
                .bind("id", session.id().value())
                .bind("hash", tokenHash)
                .bind("attendee", session.attendee().value())
                .bind("label", optional(session.label(), String.class))
                .bind("openedAt", session.openedAt())
                .bind("lastSeenAt", session.lastSeenAt())
                .bind("expiresAt", session.expiresAt())
                .then();
    }

    @Override
    public Mono<DeviceSession> find(byte[] tokenHash, Instant now) {
        return database.sql(FIND)
                .bind("hash", tokenHash)
                .bind("now", now)
                .map(PostgresDeviceSessions::session)
                .one();
    }

    @Override
    public Mono<DeviceSession> close(DeviceSessionId id, Instant now) {
        return database.sql(CLOSE)
                .bind("id", id.value())
                .bind("now", now)
                .map(PostgresDeviceSessions::session)
                .one();
    }

    @Override
    public Mono<Void> noteSeen(DeviceSessionId id, Instant now) {
        return database.sql(NOTE_SEEN).bind("id", id.value()).bind("now", now).then();
    }

    @Override
    public Flux<DeviceSession> ofAddress(AttendeeId attendee, Instant now) {
        return database.sql(LIST)
                .bind("attendee", attendee.value())
                .bind("now", now)
                .map(PostgresDeviceSessions::session)
                .all();
    }

    @Override
    public Mono<DeviceSession> closeOfAddress(
            AttendeeId attendee, DeviceSessionId id, Instant now) {
        return database.sql(CLOSE_OF_ADDRESS)
                .bind("id", id.value())
                .bind("attendee", attendee.value())
                .bind("now", now)
                .map(PostgresDeviceSessions::session)
                .one();
    }

    @Override
    public Flux<DeviceSession> closeOthers(AttendeeId attendee, DeviceSessionId kept, Instant now) {
        return database.sql(CLOSE_OTHERS)
                .bind("kept", kept.value())
                .bind("attendee", attendee.value())
                .bind("now", now)
                .map(PostgresDeviceSessions::session)
                .all();
    }

    private static DeviceSession session(Readable row) {
        return new DeviceSession(
                new DeviceSessionId(required(row, "id", UUID.class)),
                new AttendeeId(required(row, "attendee_id", UUID.class)),
                row.get("label", String.class),
                required(row, "opened_at", Instant.class),
                required(row, "last_seen_at", Instant.class),
                required(row, "expires_at", Instant.class));
    }
}
