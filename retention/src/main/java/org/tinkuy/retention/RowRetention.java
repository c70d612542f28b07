package org.tinkuy.retention;

import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Rows are taken by their place in the table, so that no key has to be named; what another
/// transaction holds waits for the next round.
record RowRetention(DatabaseClient database, String table, Duration keep, String condition)
        implements Retention {

    @Override
    public Mono<Long> remove(Instant limit, int atMost) {
        return database.sql(
                        """
                        delete from %1$s where ctid = any(array(
                            select ctid from %1$s where %2$s limit :atMost for update skip locked))
                        """
                                .formatted(table, condition))
                .bind("limit", limit)
                .bind("atMost", atMost)
                .fetch()
                .rowsUpdated();
    }
}
