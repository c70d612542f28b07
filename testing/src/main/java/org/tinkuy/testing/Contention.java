package org.tinkuy.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;

/// Puts real locks of PostgreSQL in the way of whoever writes a row of a table.
///
/// A trigger makes each writer take the lock of a row that this holds: after its own rows, so that
/// a transaction which does it the other way round deadlocks with it.
public final class Contention implements AutoCloseable {

    private final String table;
    private final Connection holder;
    private final Connection admin;

    /// @param environment of the service under test, which says where its database is
    public Contention(Environment environment, String table) {
        this.table = table;
        try {
            this.admin = connect(environment);
            this.holder = connect(environment);
            holder.setAutoCommit(false);
            setUp();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Environment environment) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + environment.getRequiredProperty("TINKUY_DATABASE"),
                environment.getRequiredProperty("TINKUY_DATABASE_USER"),
                environment.getRequiredProperty("TINKUY_DATABASE_PASSWORD"));
    }

    private void setUp() throws SQLException {
        run(
                admin,
                """
                create sequence contention_writers;
                create table contention (lock_timeout text);
                insert into contention values ('0');
                create function contend() returns trigger language plpgsql as $$
                begin
                    perform nextval('contention_writers');
                    perform set_config('lock_timeout', (select lock_timeout from contention), true);
                    perform from contention for update;
                    return coalesce(new, old);
                end $$;
                create trigger contend after insert or update or delete on %s
                    for each row execute function contend();
                """
                        .formatted(table));
    }

    /// From now on each writer waits so long for the lock, and fails with 55P03.
    public void holdLock(Duration patience) {
        execute(
                admin,
                String.format(
                        Locale.ROOT,
                        "update contention set lock_timeout = '%dms'",
                        patience.toMillis()));
        execute(holder, "select from contention for update");
    }

    /// From now on a writer waits for this, and this for its rows once it waits: PostgreSQL ends
    /// the writer with 40P01, after which this gives way.
    ///
    /// @param lockRows locks rows that the writer has locked by then
    public CompletableFuture<Void> deadlock(String lockRows) {
        execute(holder, "select from contention for update");
        return CompletableFuture.runAsync(
                () -> {
                    awaitWriter();
                    execute(holder, lockRows);
                    letGo();
                },
                // A pool may be busy for longer than PostgreSQL takes to look for a deadlock.
                run -> Thread.ofPlatform().start(run));
    }

    private void awaitWriter() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> number("select count(*) from pg_locks where not granted") > 0);
    }

    public void letGo() {
        try {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How often a writer came as far as the lock.
    public long attempts() {
        return number(
                "select case when is_called then last_value else 0 end from contention_writers");
    }

    private long number(String sql) {
        try (var statement = admin.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try {
            run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        letGo();
        try (holder;
                admin) {
            run(
                    admin,
                    """
                    drop trigger contend on %s;
                    drop function contend;
                    drop table contention;
                    drop sequence contention_writers;
                    """
                            .formatted(table));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
