package org.tinkuy.inbox;

import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;
import reactor.core.publisher.Mono;

/// Notes of facts go when no record can come again that only they would recognise. The limit is of
/// PostgreSQL's clock, not of the one that may be moved: Kafka stamps records by its own, too.
record NotesRetention(DatabaseClient database, Duration keep) implements Retention {

    @Override
    public String table() {
        return "inbox_messages";
    }

    @Override
    public Mono<Long> remove(Instant limit, int atMost) {
        return database.sql(
                        """
                        delete from inbox_messages where ctid = any(array(
                            select ctid from inbox_messages
                            where handled_at < clock_timestamp() - make_interval(secs => :keep)
                            limit :atMost for update skip locked))
                        """)
                .bind("keep", (double) keep.toSeconds())
                .bind("atMost", atMost)
                .fetch()
                .rowsUpdated();
    }
}
