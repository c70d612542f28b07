package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.optional;
import static org.tinkuy.registration.registration.persistence.Columns.required;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.PublishSession;
import org.tinkuy.registration.registration.Sessions;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Presence;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.registration.seats.Words;
import reactor.core.publisher.Mono;

@Component
class PostgresSessions implements Sessions {

    private static final String PUBLISH =
            """
            insert into sessions (id, programme_id, event_id, admission, ends_at, presence)
            values (:id, :programme, :event, :admission, :endsAt, :presence)
            on conflict (id) do update set
                programme_id = excluded.programme_id,
                event_id = excluded.event_id,
                admission = excluded.admission,
                ends_at = excluded.ends_at,
                presence = excluded.presence
            """;

    /// Nobody loses a seat when the capacity is lowered.
    private static final String PUBLISH_POOL =
            """
            insert into pools as known (id, session_id, capacity, seat_limit)
            values (:id, :session, :capacity, :capacity)
            on conflict (id) do update set
                capacity = excluded.capacity,
                seat_limit = case when excluded.capacity is not null
                    then greatest(excluded.capacity, known.taken) end
            """;

    private final DatabaseClient database;

    PostgresSessions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> publish(PublishSession.Facts facts) {
        return publishSession(facts).then(publishPool(facts));
    }

    private Mono<Void> publishSession(PublishSession.Facts facts) {
        var presence = facts.cancelled() ? Presence.CANCELLED : Presence.PUBLISHED;
        var sql =
                database.sql(PUBLISH)
                        .bind("id", facts.id().value())
                        .bind("programme", facts.programme().value())
                        .bind("admission", Words.of(facts.admission()))
                        .bind("presence", Words.of(presence));
        sql = optional(sql, "event", facts.event() == null ? null : facts.event().value());
        return (facts.endsAt() == null
                        ? sql.bindNull("endsAt", Instant.class)
                        : sql.bind("endsAt", facts.endsAt()))
                .then();
    }

    private Mono<Void> publishPool(PublishSession.Facts facts) {
        var sql =
                database.sql(PUBLISH_POOL)
                        .bind("id", PoolId.firstOf(facts.id()).value())
                        .bind("session", facts.id().value());
        return (facts.capacity() == null
                        ? sql.bindNull("capacity", Integer.class)
                        : sql.bind("capacity", facts.capacity()))
                .then();
    }

    @Override
    public Mono<SessionId> withdraw(SessionId id) {
        return database.sql("update sessions set presence = :presence where id = :id returning id")
                .bind("presence", Words.of(Presence.WITHDRAWN))
                .bind("id", id.value())
                .map(row -> new SessionId(required(row, "id", UUID.class)))
                .one();
    }
}
