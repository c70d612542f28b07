package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.integers;
import static org.tinkuy.registration.registration.persistence.Columns.longs;
import static org.tinkuy.registration.registration.persistence.Columns.required;
import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.Admission;
import org.tinkuy.registration.registration.Presence;
import org.tinkuy.registration.registration.ProgrammeId;
import org.tinkuy.registration.registration.PublishSession;
import org.tinkuy.registration.registration.Session;
import org.tinkuy.registration.registration.SessionId;
import org.tinkuy.registration.registration.Sessions;
import org.tinkuy.registration.registration.Words;
import reactor.core.publisher.Mono;

@Component
class PostgresSessions implements Sessions {

    /// Locks in the order of ids, so that two batches never wait for each other in a circle. The
    /// key stays as it is, so rows that refer to it need not wait.
    private static final String LOCK =
            """
            SELECT * FROM sessions WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE
            """;

    /// The limit only comes down here, so a batch that gave too many seats fails at the CHECK.
    private static final String SAVE_COUNTERS =
            """
            UPDATE sessions s SET
                taken = counted.taken,
                waiting = counted.waiting,
                last_order = counted.last_order,
                seat_limit = CASE WHEN s.seat_limit IS NOT NULL
                    THEN least(s.seat_limit, greatest(s.capacity, counted.taken)) END
            FROM unnest(:ids, :taken, :waiting, :lastOrders)
                AS counted(id, taken, waiting, last_order)
            WHERE s.id = counted.id
            """;

    private static final String PUBLISH =
            """
            INSERT INTO sessions AS s (id, programme_id, admission, capacity, seat_limit, ends_at,
                presence)
            VALUES (:id, :programme, :admission, :capacity, :capacity, :endsAt, :presence)
            ON CONFLICT (id) DO UPDATE SET
                programme_id = excluded.programme_id,
                admission = excluded.admission,
                capacity = excluded.capacity,
                seat_limit = CASE WHEN excluded.capacity IS NOT NULL
                    THEN greatest(excluded.capacity, s.taken) END,
                ends_at = excluded.ends_at,
                presence = excluded.presence
            """;

    private final DatabaseClient database;

    PostgresSessions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<SessionId, Session>> lock(Collection<SessionId> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : database.sql(LOCK)
                        .bind("ids", uuids(ids, SessionId::value))
                        .map(PostgresSessions::session)
                        .all()
                        .collectMap(Session::id);
    }

    @Override
    public Mono<Void> saveCounters(Collection<Session> sessions) {
        return sessions.isEmpty()
                ? Mono.empty()
                : database.sql(SAVE_COUNTERS)
                        .bind("ids", uuids(sessions, session -> session.id().value()))
                        .bind("taken", integers(sessions, Session::taken))
                        .bind("waiting", integers(sessions, Session::waiting))
                        .bind("lastOrders", longs(sessions, Session::lastOrder))
                        .then();
    }

    @Override
    public Mono<Void> publish(PublishSession.Facts facts) {
        var sql =
                database.sql(PUBLISH)
                        .bind("id", facts.id().value())
                        .bind("programme", facts.programme().value())
                        .bind("admission", Words.of(facts.admission()))
                        .bind(
                                "presence",
                                Words.of(
                                        facts.cancelled()
                                                ? Presence.CANCELLED
                                                : Presence.PUBLISHED));
        sql =
                facts.capacity() == null
                        ? sql.bindNull("capacity", Integer.class)
                        : sql.bind("capacity", facts.capacity());
        sql =
                facts.endsAt() == null
                        ? sql.bindNull("endsAt", Instant.class)
                        : sql.bind("endsAt", facts.endsAt());
        return sql.then();
    }

    @Override
    public Mono<SessionId> withdraw(SessionId id) {
        return database.sql("UPDATE sessions SET presence = :presence WHERE id = :id RETURNING id")
                .bind("presence", Words.of(Presence.WITHDRAWN))
                .bind("id", id.value())
                .map(row -> new SessionId(required(row, "id", UUID.class)))
                .one();
    }

    static Session session(Readable row) {
        return new Session(
                new SessionId(required(row, "id", UUID.class)),
                new ProgrammeId(required(row, "programme_id", UUID.class)),
                Words.parse(Admission.class, required(row, "admission", String.class)),
                row.get("capacity", Integer.class),
                row.get("ends_at", Instant.class),
                Words.parse(Presence.class, required(row, "presence", String.class)),
                required(row, "taken", Integer.class),
                required(row, "waiting", Integer.class),
                required(row, "last_order", Long.class));
    }
}
