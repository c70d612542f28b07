package org.tinkuy.embedded.test;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tinkuy.embedded.EmbeddedPostgres;

final class LocalPostgres implements TestPostgres {

    private static final String PASSWORD = "test";

    /// A test may kill every process: what the operating system was given survives that. Only its
    /// own crash would lose data.
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "200");

    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres postgres;

    LocalPostgres() {
        var data = ServersDirectory.own().resolve("postgresql");
        postgres =
                new EmbeddedPostgres(
                        new EmbeddedPostgres.Settings(
                                ServersDirectory.programs(),
                                data,
                                0,
                                PASSWORD,
                                ServersDirectory.own().resolve("postgresql.log"),
                                FAST));
        postgres.start();
        ServersDirectory.stopAtTheEnd(this, data);
    }

    @Override
    public TestDatabase newDatabase() {
        var name = "test_" + databases.incrementAndGet();
        try {
            postgres.provide(name, name, PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(postgres.address(name), name, PASSWORD);
    }

    @Override
    public void start() {
        postgres.start();
    }

    @Override
    public void stop() {
        postgres.stop();
    }

    @Override
    public void kill() {
        postgres.kill();
    }
}
