package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
import java.util.TreeMap;
import java.util.UUID;
import org.tinkuy.embedded.Directories;

/// An organiser takes the list of a session of many registrations along, through the gateway, as
/// JSON, CSV and XLSX. In the middle of each the reader stops and what the services hold then is
/// counted. Exits with 1 when one of them holds 32 MiB more than before, or somebody is missing.
public final class Exports {

    private static final Map<String, Integer> DEFAULTS = Map.of("registrations", 100_000);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long MEBIBYTE = 1 << 20;
    private static final long MOST_GROWTH = 32 * MEBIBYTE;

    private static final List<String> SERVICES = List.of("gateway", "site", "registration-service");

    private static final String FILL =
            """
            with numbers as (
                select uuidv7() as person, n from generate_series(1, ?) as n),
            people as (
                insert into attendees (id, address, name, name_key, language, confirmed_at, version,
                    recorded_at)
                select person, 'person.' || n || '@' || person || '.example.org',
                    'Person ' || n || ' ' || md5(n::text), 'person ' || n || ' ' || md5(n::text),
                    'es', now(), 1, now()
                from numbers),
            registered as (
                insert into registrations (id, session_id, pool_id, programme_id, attendee_id,
                    version, status, requested_at, confirmed_at)
                select uuidv7(), s.id, p.id, s.programme_id, person, 1, 'confirmed', now(), now()
                from sessions s join pools p on p.session_id = s.id, numbers
                where s.id = ?
                returning pool_id)
            update pools set taken = (select count(*) from registered)
            where id = (select pool_id from registered limit 1)
            """;

    private final int registrations;
    private final Path home;
    private final Path directory;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Exports(int registrations, Path home, PrintStream out) throws IOException {
        this.registrations = registrations;
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "run-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        var options = Options.numbers(DEFAULTS, arguments);
        var registrations = Options.number(options, "registrations");
        System.exit(new Exports(registrations, home, System.out).run() ? 0 : 1);
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
        var few = organiser.schedule(programme, "Few", 1_000, today);
        var many = organiser.schedule(programme, "Many", registrations, today);
        fill(database, few, 1_000);
        fill(database, many, registrations);
        var site = "http://localhost:" + system.gatewayPort();
        var correct = true;
        for (var export :
                Map.of(
                                "JSON", "/api/registrations/export?programmeId=%s&sessionId=%s",
                                "CSV", "/organiser/registrations.csv?programme=%s&session=%s",
                                "XLSX", "/organiser/registrations.xlsx?programme=%s&session=%s")
                        .entrySet()) {
            read(
                    system,
                    organiser,
                    site + String.format(Locale.ROOT, export.getValue(), programme, few),
                    -1);
            correct &=
                    print(
                            export.getKey(),
                            system,
                            organiser,
                            site + String.format(Locale.ROOT, export.getValue(), programme, many));
        }
        return correct;
    }

    private boolean print(String kind, TinkuySystem system, Organiser organiser, String address)
            throws IOException, InterruptedException {
        var before = held(system);
        var start = System.nanoTime();
        var whole = read(system, organiser, address, -1).bytes();
        var seconds = (System.nanoTime() - start) / 1e9;
        var midway = read(system, organiser, address, whole / 2).held();
        out.printf(
                Locale.ROOT,
                "%-5s %,d registrations, %,d bytes in %.1f s, %,.0f registrations/s; held in the middle, MiB:",
                kind,
                registrations,
                whole,
                seconds,
                registrations / seconds);
        var correct = whole > registrations * 10L;
        for (var service : SERVICES) {
            var growth = midway.getOrDefault(service, 0L) - before.getOrDefault(service, 0L);
            out.printf(Locale.ROOT, " %s %+.1f", service, growth / (double) MEBIBYTE);
            correct &= growth < MOST_GROWTH;
        }
        out.println();
        return correct;
    }

    /// @param held by each service in the middle
    private record Read(long bytes, Map<String, Long> held) {}

    /// @param stop after how many bytes what is held is counted; -1: it is not
    private Read read(TinkuySystem system, Organiser organiser, String address, long stop)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + organiser.token())
                        .timeout(PATIENCE)
                        .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + ": " + answer.statusCode());
        }
        var bytes = 0L;
        var held = Map.<String, Long>of();
        var buffer = new byte[8192];
        try (var body = answer.body()) {
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (stop >= 0 && bytes > stop && held.isEmpty()) {
                    held = held(system);
                }
            }
        }
        return new Read(bytes, held);
    }

    /// What cannot be collected, in bytes, by service.
    private static Map<String, Long> held(TinkuySystem system)
            throws IOException, InterruptedException {
        var held = new TreeMap<String, Long>();
        var processes = system.processes();
        for (var service : SERVICES) {
            var pid = processes.get(service);
            if (pid != null) {
                held.put(service, LiveHeap.bytes(pid));
            }
        }
        return held;
    }

    private static void fill(Connection database, UUID session, int registrations)
            throws SQLException {
        try (var statement = database.prepareStatement(FILL)) {
            statement.setInt(1, registrations);
            statement.setObject(2, session);
            statement.executeUpdate();
        }
    }
}
