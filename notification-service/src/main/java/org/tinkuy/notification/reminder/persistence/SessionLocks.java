package org.tinkuy.notification.reminder.persistence;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Who looks up a session's reminders waits until somebody else has changed them, and the other way
/// round; of two facts about one person the later one sees the earlier. Until a transaction ends.
///
/// Locks of PostgreSQL that have a name and need no row: of a session that nobody has heard of
/// there is none.
@Component
class SessionLocks {

    private final DatabaseClient database;

    SessionLocks(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> change(SessionId session) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('session ' || $1, 0))")
                .bind(0, session.value().toString())
                .then();
    }

    Mono<Void> read(SessionId session, RecipientId recipient) {
        return database.sql(
                        """
                        select pg_advisory_xact_lock_shared(hashtextextended('session ' || $1, 0)),
                            pg_advisory_xact_lock(hashtextextended('recipient ' || $2, 0))
                        """)
                .bind(0, session.value().toString())
                .bind(1, recipient.value().toString())
                .then();
    }

    Mono<Void> await(RecipientId recipient) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('recipient ' || $1, 0))")
                .bind(0, recipient.value().toString())
                .then();
    }
}
