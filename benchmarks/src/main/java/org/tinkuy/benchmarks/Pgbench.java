package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tinkuy.embedded.EmbeddedPostgres;

/// The reference: another PostgreSQL with the same settings, one transaction per registration (hot
/// row, registration, outbox row).
final class Pgbench implements AutoCloseable {

    private static final String PASSWORD = "benchmark";
    private static final String DATABASE = "reference";
    private static final Pattern TPS = Pattern.compile("(?m)^tps = ([0-9.]+)");

    private final Options options;
    private final EmbeddedPostgres postgres;
    private final Path script;
    private final Path log;

    private Pgbench(Options options, EmbeddedPostgres postgres, Path script, Path log) {
        this.options = options;
        this.postgres = postgres;
        this.script = script;
        this.log = log;
    }

    /// Empty when there is no pgbench on the path.
    static Optional<Pgbench> start(Options options, Path directory, Path programs)
            throws IOException, InterruptedException, SQLException {
        if (!isInstalled()) {
            return Optional.empty();
        }
        var postgres =
                new EmbeddedPostgres(
                        new EmbeddedPostgres.Settings(
                                programs,
                                directory.resolve("postgresql"),
                                0,
                                PASSWORD,
                                directory.resolve("postgresql.log"),
                                Map.of()));
        postgres.start();
        postgres.provide(DATABASE, DATABASE, PASSWORD);
        createTables(postgres);
        var script = directory.resolve("hot-session.sql");
        Files.writeString(script, text("hot-session.sql"));
        return Optional.of(
                new Pgbench(options, postgres, script, directory.resolve("pgbench.log")));
    }

    double transactionsPerSecond() throws IOException, InterruptedException {
        var output =
                run(
                        List.of(
                                "pgbench",
                                "--no-vacuum",
                                "--protocol=prepared",
                                "--client=" + options.clients(),
                                "--jobs=2",
                                "--time=" + options.pgbench().toSeconds(),
                                "--file=" + script));
        var tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench says no tps: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    @Override
    public void close() {
        postgres.stop();
    }

    private static void createTables(EmbeddedPostgres postgres) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:" + postgres.address(DATABASE), DATABASE, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(text("hot-session-schema.sql"));
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .putAll(
                        Map.of(
                                "PGHOST", "127.0.0.1",
                                "PGPORT", String.valueOf(postgres.port()),
                                "PGDATABASE", DATABASE,
                                "PGUSER", DATABASE,
                                "PGPASSWORD", PASSWORD));
        process.redirectOutput(log.toFile());
        var status = process.start().waitFor();
        var output = Files.readString(log);
        if (status != 0) {
            throw new IllegalStateException(command.getFirst() + " failed: " + output);
        }
        return output;
    }

    private static String text(String name) {
        try (var in = Pgbench.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
