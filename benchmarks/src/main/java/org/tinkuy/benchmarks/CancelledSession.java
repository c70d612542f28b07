package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.tinkuy.embedded.Directories;

/// Cancels a session of many registrations while others register for another one through the
/// gateway. Exits with 1 when one of them was refused, when a transaction took longer than a second
/// or when a registration was not cancelled.
public final class CancelledSession {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("registrations", 100_000, "warm-up", 10_000, "clients", 8, "seconds", 90);

    private static final int REFUSED = 503;
    private static final int MOST_OTHERS = 500_000;
    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(1);

    /// Attendees are not needed: nothing looks them up when a registration ends.
    private static final String FILL =
            """
            with people as (
                insert into registrations (id, session_id, pool_id, programme_id, attendee_id,
                    version, status, requested_at, confirmed_at)
                select uuidv7(), s.id, p.id, s.programme_id, gen_random_uuid(), 1, 'confirmed',
                    now(), now()
                from sessions s join pools p on p.session_id = s.id, generate_series(1, ?)
                where s.id = ?
                returning pool_id)
            update pools set taken = (select count(*) from people)
            where id = (select pool_id from people limit 1)
            """;

    private static final String LEFT =
            "select count(*) from registrations where session_id = ? and status not in ('cancelled', 'lapsed')";

    private final Map<String, Integer> options;
    private final Path home;
    private final Path directory;
    private final PrintStream out;

    private CancelledSession(Map<String, Integer> options, Path home, PrintStream out)
            throws IOException {
        this.options = options;
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "run-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        var options = Options.numbers(DEFAULTS, arguments);
        System.exit(new CancelledSession(options, home, System.out).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        boolean correct;
        try (var system = new TinkuySystem(home, directory.resolve("data"), "false");
                var organiser = new Organiser(system);
                var database = system.database("registration")) {
            correct = measure(system, organiser, database);
        }
        if (correct) {
            Directories.delete(directory);
        }
        return correct;
    }

    private boolean measure(TinkuySystem system, Organiser organiser, Connection database)
            throws IOException, InterruptedException, SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var programme = organiser.anyProgramme();
        var registrations = option("registrations");
        var cancelled = organiser.schedule(programme, "Cancelled", registrations, today);
        var warm = organiser.schedule(programme, "Warm-up", option("warm-up"), today);
        var other = organiser.schedule(programme, "Other session", MOST_OTHERS, today);
        fill(database, cancelled, registrations);
        try (var before = load(system, warm, "warm", option("warm-up"), WARM_UP_LIMIT)) {
            var start = System.nanoTime();
            before.await();
            print("before", before, start);
        }

        try (var longest = new LongestTransaction(system.database("registration"));
                var others = load(system, other, "other", MOST_OTHERS, seconds())) {
            var start = System.nanoTime();
            var took = cancel(organiser, database, cancelled);
            others.await();
            var transaction = longest.duration();
            print(
                    String.format(Locale.ROOT, "while %,d are cancelled", registrations),
                    others,
                    start);
            var left = left(database, cancelled);
            out.printf(
                    Locale.ROOT,
                    "503: %d; longest transaction seen %d ms; the cancellation took %.1f s, %,d left%n",
                    others.statuses().getOrDefault(REFUSED, 0),
                    transaction.toMillis(),
                    took.toMillis() / 1000.0,
                    left);
            return others.unaccepted() == 0
                    && left == 0
                    && transaction.compareTo(LONGEST_TRANSACTION) < 0
                    && organiser.registrations(programme, other) == others.accepted();
        }
    }

    private int option(String name) {
        return Options.number(options, name);
    }

    private Duration seconds() {
        return Duration.ofSeconds(option("seconds"));
    }

    private Load load(TinkuySystem system, UUID session, String run, int most, Duration longest) {
        return Load.start(
                system.gatewayPort(), List.of(session), run, option("clients"), most, longest);
    }

    /// Until no registration is left, for as long as the others register at most.
    private Duration cancel(Organiser organiser, Connection database, UUID session)
            throws IOException, InterruptedException, SQLException {
        var start = System.nanoTime();
        organiser.cancel(session);
        var limit = start + seconds().toNanos();
        while (left(database, session) > 0 && System.nanoTime() < limit) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void fill(Connection database, UUID session, int registrations)
            throws SQLException {
        try (var statement = database.prepareStatement(FILL)) {
            statement.setInt(1, registrations);
            statement.setObject(2, session);
            statement.executeUpdate();
        }
    }

    private static long left(Connection database, UUID session) throws SQLException {
        try (var statement = database.prepareStatement(LEFT)) {
            statement.setObject(1, session);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void print(String when, Load load, long start) {
        var now = System.nanoTime();
        var latencies = load.between(start, now);
        out.printf(
                Locale.ROOT,
                "others, %s: %,.0f/s, p50 %d ms, p99 %d ms; answers: %s%n",
                when,
                load.accepted() / ((now - start) / 1e9),
                latencies.percentile(50).toMillis(),
                latencies.percentile(99).toMillis(),
                Load.describe(load.statuses()));
    }
}
