package org.tinkuy.retention;

import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// How long one kind of row stays, and how it goes. Each is a bean; [RemoveExpired] asks them all.
/// What a feature removes by a use case of its own, because messages tell of it, is one too.
public interface Retention {

    /// The table, as `docs/retention.md` names it.
    String table();

    /// How long a row stays after it was needed last.
    Duration keep();

    /// Removes at most `atMost` whose time came before `limit`, in a transaction of its own. Other
    /// instances may do the same at the same time.
    ///
    /// @return how many were removed; fewer than `atMost`: there are no more for now
    Mono<Long> remove(Instant limit, int atMost);

    /// Rows that one condition describes, which names `:limit`. For tables without partitions.
    static Retention ofRows(
            DatabaseClient database, String table, Duration keep, String condition) {
        return new RowRetention(database, table, keep, condition);
    }
}
