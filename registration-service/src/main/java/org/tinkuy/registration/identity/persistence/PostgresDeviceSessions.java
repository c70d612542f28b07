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
import reactor.core.publisher.Mono;

@Repository
class PostgresDeviceSessions implements DeviceSessions {

    private static final String ADD =
            """
            insert into device_sessions
                (id, token_hash, attendee_id, label, opened_at, expires_at)
            values (:id, :hash, :attendee, :label, :openedAt, :expiresAt)
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

    private static DeviceSession session(Readable row) {
        return new DeviceSession(
                new DeviceSessionId(required(row, "id", UUID.class)),
                new AttendeeId(required(row, "attendee_id", UUID.class)),
                row.get("label", String.class),
                required(row, "opened_at", Instant.class),
                required(row, "expires_at", Instant.class));
    }
}
