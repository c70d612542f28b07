package org.tinkuy.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// The longest transaction of a database that was seen, looking again and again.
final class LongestTransaction implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private static final String AGE =
            """
            select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)
            from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and backend_type = 'client backend'
            """;

    private final Connection connection;
    private final Thread thread;
    private final AtomicReference<SQLException> failure = new AtomicReference<>();
    private volatile double seconds;
    private volatile boolean ending;

    LongestTransaction(Connection connection) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().name("longest-transaction").start(this::look);
    }

    private void look() {
        try (var statement = connection.prepareStatement(AGE)) {
            while (!ending) {
                try (var row = statement.executeQuery()) {
                    if (row.next()) {
                        seconds = Math.max(seconds, row.getDouble(1));
                    }
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        } catch (SQLException e) {
            failure.set(e);
        }
    }

    /// Ends the looking.
    Duration duration() throws InterruptedException, SQLException {
        ending = true;
        thread.join();
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return Duration.ofMillis(Math.round(1_000 * seconds));
    }

    @Override
    public void close() throws SQLException {
        ending = true;
        connection.close();
    }
}
