package org.tinkuy.notification.reminder.persistence;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.SessionLocks;
import reactor.core.publisher.Mono;

/// Locks of PostgreSQL that have a name and need no row: of a session that nobody has heard of
/// there is none.
@Repository
class PostgresSessionLocks implements SessionLocks {

    private final DatabaseClient database;

    PostgresSessionLocks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> change(SessionId session) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('session ' || $1, 0))")
                .bind(0, session.value().toString())
                .then();
    }

    @Override
    public Mono<Void> read(Set<SessionId> sessions, Set<RecipientId> recipients) {
        return all("pg_advisory_xact_lock_shared", "session ", sessions, SessionId::value)
                .then(await(recipients));
    }

    @Override
    public Mono<Void> await(Set<RecipientId> recipients) {
        return all("pg_advisory_xact_lock", "recipient ", recipients, RecipientId::value);
    }

    /// In one order by everybody.
    private <I> Mono<Void> all(String lock, String kind, Set<I> ids, Function<I, UUID> value) {
        return database.sql(
                        """
                        with locks as materialized (
                            select %s(hash) from (
                                select distinct hashtextextended($1 || id, 0) as hash
                                from unnest(cast($2 as text[])) id order by hash) ordered)
                        select count(*) from locks
                        """
                                .formatted(lock))
                .bind(0, kind)
                .bind(1, Columns.array(ids, id -> value.apply(id).toString(), String[]::new))
                .then();
    }
}
