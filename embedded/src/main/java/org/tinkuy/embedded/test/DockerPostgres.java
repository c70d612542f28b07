package org.tinkuy.embedded.test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

final class DockerPostgres implements TestPostgres {

    private static final String PASSWORD = "test";

    private final AtomicInteger databases = new AtomicInteger();
    private final PostgreSQLContainer container =
            new PostgreSQLContainer("postgres:18")
                    .withUsername("postgres")
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");

    DockerPostgres() {
        container.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(container::stop));
    }

    @Override
    public TestDatabase newDatabase() {
        var name = "test_" + databases.incrementAndGet();
        try (var connection =
                        DriverManager.getConnection(
                                container.getJdbcUrl(),
                                container.getUsername(),
                                container.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var address =
                String.format(
                        Locale.ROOT,
                        "postgresql://%s:%d/%s",
                        container.getHost(),
                        container.getMappedPort(5432),
                        name);
        return new TestDatabase(address, name, PASSWORD);
    }

    @Override
    public void start() {
        throw NotRestartable.because();
    }

    @Override
    public void stop() {
        throw NotRestartable.because();
    }

    @Override
    public void kill() {
        throw NotRestartable.because();
    }
}
