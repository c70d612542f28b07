package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.tinkuy.embedded.Directories;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long an organiser who moves a session waits to hear that its speaker is wanted elsewhere
/// then: in programmes of 1,000 and of 10,000 sessions, and where speakers are known in ten
/// programmes. Beside it, on the same sessions, the naive check of each pair. Exits with 1 where a
/// conflict was not found.
public final class Conflicts {

    private static final Map<String, Integer> DEFAULTS = Map.of("moves", 300);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MANY = 10;

    /// @param programme of which sessions are moved
    private record Load(String name, FullHalls programme) {}

    private final int moves;
    private final Path home;
    private final Path directory;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Conflicts(int moves, Path home, PrintStream out) throws IOException {
        this.moves = moves;
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "conflicts-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        var moves = Options.number(Options.numbers(DEFAULTS, arguments), "moves");
        System.exit(new Conflicts(moves, home, System.out).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        var first = LocalDate.now(ZoneId.of(FullHalls.ZONE)).plusDays(7);
        var small = new FullHalls("one-thousand", 1_000, 500, first, List.of());
        var large = new FullHalls("ten-thousand", 10_000, 1_000, first, List.of());
        var spread = spread(first);
        var samples = Files.createDirectory(directory.resolve("samples"));
        write(samples, small);
        write(samples, large);
        for (var one : spread) {
            write(samples, one);
        }
        var correct = true;
        try (var system =
                        new TinkuySystem(
                                home,
                                directory.resolve("data"),
                                "false",
                                Map.of("TINKUY_SAMPLES", samples.toString()));
                var organiser = new Organiser(system)) {
            var gateway = "http://localhost:" + system.gatewayPort();
            for (var load :
                    List.of(
                            new Load("1,000 sessions, 500 speakers", small),
                            new Load("10,000 sessions, 1,000 speakers", large),
                            new Load(
                                    "10,000 sessions, 5,250 people, ten programmes",
                                    spread.getFirst()))) {
                correct &= measure(load, gateway, organiser.token());
            }
        }
        if (correct) {
            Directories.delete(directory);
        }
        return correct;
    }

    /// Ten programmes one after the other, each with 1,000 sessions and 750 speakers, a third of
    /// whom speak in the one before as well: 5,250 people.
    private static List<FullHalls> spread(LocalDate first) {
        var all = new ArrayList<FullHalls>();
        var known = List.<String>of();
        for (var number = 0; number < MANY; number++) {
            var one =
                    new FullHalls("part-" + number, 1_000, 750, first.plusDays(5L * number), known);
            known = IntStream.range(500, 750).mapToObj(one::address).toList();
            all.add(one);
        }
        return all;
    }

    private static void write(Path samples, FullHalls programme) throws IOException {
        Files.writeString(samples.resolve(programme.slug() + ".yaml"), programme.yaml());
    }

    private boolean measure(Load load, String gateway, String token)
            throws IOException, InterruptedException {
        var programme = load.programme();
        var sessions = awaitSessions(programme, gateway);
        var nanos = new long[moves];
        var found = 0;
        // The first half warms up.
        for (var number = 0; number < 2 * moves; number++) {
            var moved = number % (programme.sessions() - programme.speakers());
            var other = moved + programme.speakers();
            var from = System.nanoTime();
            var answer = move(sessions.get(moved), programme.slot(other), gateway, token);
            nanos[number % moves] = System.nanoTime() - from;
            if (answer.contains("speaker-elsewhere")
                    && answer.contains(sessions.get(other).path("id").asString())) {
                found++;
            }
        }
        var naive = naive(programme);
        var latencies = Latencies.of(nanos);
        out.printf(
                Locale.ROOT,
                "%-46s min %6.1f ms  p50 %6.1f ms  p99 %6.1f ms; each pair %,.0f ms%n",
                load.name(),
                latencies.percentile(0).toNanos() / 1e6,
                latencies.percentile(50).toNanos() / 1e6,
                latencies.percentile(99).toNanos() / 1e6,
                naive / 1e6);
        return found == 2 * moves;
    }

    /// @return nanoseconds, the least of five
    private static long naive(FullHalls programme) {
        var least = Long.MAX_VALUE;
        for (var run = 0; run < 5; run++) {
            var from = System.nanoTime();
            var conflicts = AllPairs.conflicts(programme, 0, programme.slot(programme.speakers()));
            least = Math.min(least, System.nanoTime() - from);
            if (conflicts != 1) {
                throw new IllegalStateException(conflicts + " conflicts");
            }
        }
        return least;
    }

    /// In the order of their numbers.
    private List<JsonNode> awaitSessions(FullHalls programme, String gateway)
            throws IOException, InterruptedException {
        var address = gateway + "/api/programmes/" + programme.slug() + "/sessions";
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                var found = new ArrayList<JsonNode>();
                json.readTree(answer.body()).forEach(found::add);
                found.sort(Comparator.comparingInt(Conflicts::number));
                if (found.size() == programme.sessions()) {
                    return found;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        throw new IllegalStateException(address + " does not have all sessions");
    }

    private static int number(JsonNode session) {
        var title = session.path("title").path("es").asString();
        return Integer.parseInt(title.substring(title.lastIndexOf(' ') + 1));
    }

    /// @return what is said against it
    private String move(JsonNode session, FullHalls.Slot to, String gateway, String token)
            throws IOException, InterruptedException {
        var body =
                String.format(
                        Locale.ROOT,
                        """
                        {"version":%d,"date":"%s","starts":"%02d:00","ends":"%02d:30","place":"Sala 99"}\
                        """,
                        session.path("version").asLong(),
                        to.date(),
                        to.starts(),
                        to.starts() + 1);
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        gateway
                                                + "/api/sessions/"
                                                + session.path("id").asString()
                                                + "/schedule"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 409) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
