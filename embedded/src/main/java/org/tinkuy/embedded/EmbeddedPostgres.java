package org.tinkuy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL server on the loopback address. It keeps PostgreSQL's durable settings, its data
/// directory stays, and it is stopped when this JVM dies (on Windows: by the next start).
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    /// Backends of a killed server need a moment to notice.
    private static final Duration TAKE_OVER_LIMIT = Duration.ofSeconds(30);

    /// @param programs where PostgreSQL's programs are unpacked
    /// @param data everything that must survive
    /// @param port 0 for any free port, kept over restarts of this object
    /// @param password of the superuser, set when the data directory is created
    /// @param parameters server parameters, over those chosen here
    public record Settings(
            Path programs,
            Path data,
            int port,
            String password,
            Path log,
            Map<String, String> parameters) {}

    private final Settings settings;
    private final Path data;
    private final int port;
    private final PostgresPrograms programs;
    private @Nullable Process guard;

    public EmbeddedPostgres(Settings settings) {
        this.settings = settings;
        this.data = settings.data().toAbsolutePath();
        this.port = settings.port() == 0 ? Platform.freePort() : settings.port();
        this.programs = PostgresPrograms.unpackedUnder(settings.programs());
    }

    /// Returns when the server takes connections. A server that still runs on this data directory,
    /// left by a killed process, is stopped first.
    public synchronized void start() {
        if (isRunning() && guard != null) {
            return;
        }
        try {
            Files.createDirectories(settings.log().toAbsolutePath().resolve("..").normalize());
            releaseGuard();
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            stopFormerServer();
            startServer();
            guard = startGuard();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL on " + data, e);
        }
    }

    /// In a directory beside and renamed, so that half of it is never taken for a database.
    private void initialise() throws IOException {
        var temporary = data.resolveSibling(data.getFileName() + ".new");
        Directories.delete(temporary);
        Directories.delete(data);
        Files.createDirectories(temporary);
        var password = SecretFile.write(temporary.resolveSibling("password"), settings.password());
        try {
            require(
                    "create a data directory",
                    run(
                            programs.program("initdb").toString(),
                            "--pgdata=" + temporary,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(temporary, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The lock file may be stale, and its process id may by now belong to another program.
    private void stopFormerServer() throws IOException {
        var pid = serverPid();
        if (pid > 0 && isPostgres(pid)) {
            require("stop the server that was left running", stopServer("fast"));
        }
        Files.deleteIfExists(lockFile());
    }

    private void startServer() throws IOException {
        var limit = System.nanoTime() + TAKE_OVER_LIMIT.toNanos();
        while (control("start", "-w", "-t", "120", "-l", log(), "-o", options()) != 0) {
            if (System.nanoTime() > limit) {
                require("start the server on port " + port, 1);
            }
            Pauses.longer();
        }
    }

    /// Waits for the end of its standard input, which is this JVM's end at the latest, and then
    /// stops the server. Windows has no such shell: there the next start takes over.
    private @Nullable Process startGuard() throws IOException {
        if (Platform.isWindows()) {
            return null;
        }
        var command =
                asOrdinaryUser(
                        "/bin/sh",
                        "-c",
                        "trap '' INT HUP TERM; cat >/dev/null; exec \"$@\"",
                        "sh",
                        programs.program("pg_ctl").toString(),
                        "stop",
                        "-D",
                        data.toString(),
                        "-m",
                        "fast",
                        "-t",
                        "60");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
    }

    private String options() {
        var parameters = new TreeMap<String, String>();
        parameters.put("listen_addresses", "127.0.0.1");
        parameters.put("port", String.valueOf(port));
        parameters.put("unix_socket_directories", "");
        parameters.put("timezone", "UTC");
        parameters.put("log_timezone", "UTC");
        parameters.put("shared_buffers", "64MB");
        parameters.put("jit", "off");
        parameters.putAll(settings.parameters());
        return parameters.entrySet().stream()
                .map(p -> "-c " + p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining(" "));
    }

    /// Lets running transactions fail, writes everything out and returns when the server has ended.
    public synchronized void stop() {
        try {
            if (guard == null) {
                stopServer("fast");
            } else {
                releaseGuard();
            }
            if (isRunning()) {
                stopServer("immediate");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop PostgreSQL on " + data, e);
        }
    }

    /// The guard signals the process id that the lock file names: not when that may be another's.
    private void releaseGuard() throws IOException {
        if (guard != null) {
            if (!isRunning()) {
                guard.destroyForcibly();
            }
            guard.getOutputStream().close();
            guard.onExit().join();
            guard = null;
        }
    }

    /// What `kill -9` of the postmaster does.
    public synchronized void kill() {
        var pid = serverPid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        while (isPostgres(pid)) {
            Pauses.brief();
        }
    }

    @Override
    public void close() {
        stop();
    }

    public boolean isRunning() {
        var pid = serverPid();
        return pid > 0 && isPostgres(pid);
    }

    /// Of the postmaster, or -1.
    public long serverPid() {
        try {
            var lines = Files.readAllLines(lockFile(), StandardCharsets.UTF_8);
            return lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }

    /// The directory as messages name it: `postgresql://host:port/database`.
    public String address(String database) {
        return String.format(Locale.ROOT, "postgresql://127.0.0.1:%d/%s", port, database);
    }

    public int port() {
        return port;
    }

    /// A database and the role that owns it, both created or brought up to date.
    public void provide(String database, String role, String password) throws SQLException {
        requireIdentifier(database);
        requireIdentifier(role);
        var literal = "'" + password.replace("'", "''") + "'";
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("SET standard_conforming_strings = on");
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                statement.execute("CREATE ROLE " + role + " LOGIN");
            }
            statement.execute("ALTER ROLE " + role + " PASSWORD " + literal);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                statement.execute("CREATE DATABASE " + database + " OWNER " + role);
            }
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        }
    }

    /// As superuser.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + address(SUPERUSER), SUPERUSER, settings.password());
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void requireIdentifier(String name) {
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain SQL name: " + name);
        }
    }

    private Path lockFile() {
        return data.resolve("postmaster.pid");
    }

    private String log() {
        return settings.log().toAbsolutePath().toString();
    }

    private int stopServer(String mode) throws IOException {
        return control("stop", "-m", mode, "-t", "60");
    }

    private int control(String action, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.addAll(
                List.of(programs.program("pg_ctl").toString(), action, "-D", data.toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private int run(String... command) throws IOException {
        var process =
                new ProcessBuilder(asOrdinaryUser(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                        .start();
        process.getOutputStream().close();
        return process.onExit().join().exitValue();
    }

    private void require(String what, int exitValue) {
        if (exitValue != 0) {
            throw new IllegalStateException(
                    "PostgreSQL could not %s: see %s%s".formatted(what, log(), rootHint()));
        }
    }

    private static String rootHint() {
        return isRoot()
                ? " (it refuses to run as root, and `unshare -U` is used to avoid that; where that"
                        + " is forbidden, use an ordinary user)"
                : "";
    }

    /// PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it
    /// does.
    private static List<String> asOrdinaryUser(String... command) {
        if (!isRoot()) {
            return List.of(command);
        }
        var unshared = new ArrayList<>(List.of("unshare", "-U"));
        unshared.addAll(List.of(command));
        return unshared;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false; // only Linux has unshare
        }
    }

    private static boolean isPostgres(long pid) {
        return !Platform.isZombie(pid)
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(p -> p.info().command())
                        .filter(c -> Path.of(c).getFileName().toString().startsWith("postgres"))
                        .isPresent();
    }
}
