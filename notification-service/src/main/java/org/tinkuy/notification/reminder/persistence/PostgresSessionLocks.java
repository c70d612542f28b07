package org.tinkuy.notification.reminder.persistence;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
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
    public Mono<Void> read(SessionId session, RecipientId recipient) {
        return database.sql(
                        """
                        select pg_advisory_xact_lock_shared(hashtextextended('session ' || $1, 0)),
                            pg_advisory_xact_lock(hashtextextended('recipient ' || $2, 0))
                        """)
                .bind(0, session.value().toString())
                .bind(1, recipient.value().toString())
                .then();
    }

    @Override
    public Mono<Void> await(RecipientId recipient) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('recipient ' || $1, 0))")
                .bind(0, recipient.value().toString())
                .then();
    }
}
