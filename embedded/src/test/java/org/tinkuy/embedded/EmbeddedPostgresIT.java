package org.tinkuy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    @TempDir Path directory;
    private final int port = Platform.freePort();
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        postgres = started();
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void keepsItsDataOverStopAndStart() throws SQLException {
        postgres.provide("registration", "registration", "secret");
        insert("registration", "secret");

        postgres.stop();
        assertThat(postgres.isRunning()).isFalse();
        postgres.start();

        assertThat(count("registration", "secret")).isEqualTo(1);
    }

    @Test
    void losesNothingThatWasCommittedWhenItIsKilled() throws SQLException {
        postgres.provide("registration", "registration", "secret");
        insert("registration", "secret");

        postgres.kill();
        assertThat(postgres.isRunning()).isFalse();
        postgres.start();

        assertThat(count("registration", "secret")).isEqualTo(1);
    }

    @Test
    void takesOverFromAServerThatWasLeftRunning() throws SQLException {
        var formerPid = postgres.serverPid();

        postgres = started();

        assertThat(postgres.serverPid()).isNotEqualTo(formerPid);
        // A container's idle first process may leave a zombie, which has a pid but no program.
        assertThat(ProcessHandle.of(formerPid).flatMap(p -> p.info().command())).isEmpty();
        assertThat(postgres.connect().isValid(1)).isTrue();
    }

    @Test
    void startsBesideALockFileWhoseProcessIdNowBelongsToAnotherProgram() throws Exception {
        postgres.kill();
        var lockFile = directory.resolve("data/postmaster.pid");
        var lines = Files.readAllLines(lockFile);
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(lockFile, lines);

        postgres.start();

        assertThat(postgres.isRunning()).isTrue();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void isDurableAndListensOnTheLoopbackAddressOnly() throws SQLException {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(show(setting)).as(setting).isEqualTo("on");
        }
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(show("server_version")).startsWith("18.");
    }

    @Test
    void asksForThePasswordAndKeepsRolesOutOfEachOthersDatabases() throws SQLException {
        postgres.provide("registration", "registration", "secret");
        postgres.provide("session", "session", "it's another");

        assertThat(connect("session", "session", "it's another").isValid(1)).isTrue();
        assertThatThrownBy(() -> connect("session", "session", "wrong"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("registration", "session", "it's another"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void providingADatabaseAgainKeepsItAndTakesTheNewPassword() throws SQLException {
        postgres.provide("registration", "registration", "old");
        insert("registration", "old");

        postgres.provide("registration", "registration", "new");

        assertThat(count("registration", "new")).isEqualTo(1);
    }

    private EmbeddedPostgres started() {
        var server =
                new EmbeddedPostgres(
                        new EmbeddedPostgres.Settings(
                                Path.of("target/servers"),
                                directory.resolve("data"),
                                port,
                                "superuser's",
                                directory.resolve("postgresql.log"),
                                Map.of()));
        server.start();
        return server;
    }

    private void insert(String name, String password) throws SQLException {
        try (var connection = connect(name, name, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE seat (number int)");
            statement.execute("INSERT INTO seat VALUES (1)");
        }
    }

    private int count(String name, String password) throws SQLException {
        try (var connection = connect(name, name, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM seat")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String show(String setting) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect(String database, String role, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:" + postgres.address(database), role, password);
    }
}
