package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinkuy.embedded.Directories;

/// What a visitor waits for and a browser loads of a programme with very many sessions: its
/// timetable, and beside it in the same run the programme's page, which lists the same sessions one
/// below the other.
public final class Timetables {

    private static final Map<String, Integer> DEFAULTS = Map.of("sessions", 200, "answers", 2000);

    private static final String SLUG = "very-many";
    private static final int ROOMS = 8;
    private static final int A_DAY = 5 * ROOMS;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// What the page itself names, and nothing that browsers ask for once a day.
    private static final Pattern ASSET =
            Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js|svg))\"");

    private record Target(String name, String path) {}

    private final int sessions;
    private final int answers;
    private final Path home;
    private final Path directory;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Timetables(Map<String, Integer> options, Path home, PrintStream out)
            throws IOException {
        this.sessions = Options.number(options, "sessions");
        this.answers = Options.number(options, "answers");
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "timetables-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        new Timetables(Options.numbers(DEFAULTS, arguments), home, System.out).run();
    }

    private void run() throws IOException, InterruptedException {
        var samples = Files.createDirectory(directory.resolve("samples"));
        Files.writeString(samples.resolve(SLUG + ".yaml"), programme());
        out.printf(
                Locale.ROOT,
                "%d processors; %d sessions; data under %s%n",
                Runtime.getRuntime().availableProcessors(),
                sessions,
                directory);
        try (var system =
                new TinkuySystem(
                        home,
                        directory.resolve("data"),
                        "false",
                        Map.of("TINKUY_SAMPLES", samples.toString()))) {
            var site = "http://localhost:" + system.sitePort();
            awaitSessions(site + "/timetables/" + SLUG);
            for (var target :
                    List.of(
                            new Target("timetable", "/timetables/" + SLUG),
                            new Target("programme page", "/programmes/" + SLUG))) {
                measure(target, site);
            }
        }
        Directories.delete(directory);
    }

    /// Five sessions a day in each room; none is a plenary, of which there is one at a time.
    private String programme() {
        var first = LocalDate.now(ZoneId.of("America/Lima")).plusDays(7);
        return """
        programmes:
          - slug: %s
            title: {es: "Muchas sesiones", en: "Very many sessions"}
            organisers: ["Benchmark"]
            time_zone: America/Lima
            mode: in-person
            sessions:
        """
                        .formatted(SLUG)
                + IntStream.range(0, sessions)
                        .mapToObj(number -> session(number, first))
                        .collect(Collectors.joining());
    }

    private static String session(int number, LocalDate first) {
        var kinds = List.of("workshop", "dialogue", "hub", "challenge");
        var hour = 8 + 2 * (number % A_DAY / ROOMS);
        return String.format(
                Locale.ROOT,
                "      - {kind: %s, title: {es: \"%s\"}, place: \"Sala %d\", date: %s, starts: \"%02d:00\", ends: \"%02d:30\"}%n",
                kinds.get(number % kinds.size()),
                Titles.of(number, 6),
                1 + number % ROOMS,
                first.plusDays(number / A_DAY),
                hour,
                hour + 1);
    }

    private void awaitSessions(String timetable) throws IOException, InterruptedException {
        var last = "href=\"/programmes/" + SLUG + "#d-";
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            var page = http.send(get(timetable).build(), BodyHandlers.ofString());
            if (page.statusCode() == 200 && page.body().split(last, -1).length - 1 == sessions) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException(timetable + " does not show all sessions");
    }

    private void measure(Target target, String site) throws IOException, InterruptedException {
        var address = site + target.path();
        var page = http.send(get(address).build(), BodyHandlers.ofString());
        var assets = 0L;
        for (var asset :
                ASSET.matcher(page.body())
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList()) {
            assets += compressed(site + asset);
        }
        var tag = page.headers().firstValue("ETag").orElseThrow();
        var itself = compressed(address);
        out.printf(
                Locale.ROOT,
                "%n%-16s %,d bytes compressed in all: %,d of the page, %,d beside it%n",
                target.name(),
                itself + assets,
                itself,
                assets);
        print("unchanged, 304", 304, _ -> get(address).header("If-None-Match", tag));
        print("as remembered", 200, _ -> get(address));
        print("rendered anew", 200, number -> get(address + "?anew=" + number));
    }

    private interface Request {
        HttpRequest.Builder of(int number);
    }

    /// One at a time, the first half to warm up.
    private void print(String what, int status, Request request)
            throws IOException, InterruptedException {
        var nanos = new long[answers];
        for (var number = 0; number < 2 * answers; number++) {
            var asked = request.of(number).header("Accept-Encoding", "gzip").build();
            var from = System.nanoTime();
            var answer = http.send(asked, BodyHandlers.ofByteArray());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(asked.uri() + ": " + answer.statusCode());
            }
            nanos[number % answers] = System.nanoTime() - from;
        }
        var latencies = Latencies.of(nanos);
        out.printf(
                Locale.ROOT,
                "  %-16s p50 %.2f ms  p99 %.2f ms%n",
                what,
                latencies.percentile(50).toNanos() / 1e6,
                latencies.percentile(99).toNanos() / 1e6);
    }

    private long compressed(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(
                        get(address).header("Accept-Encoding", "gzip").build(),
                        BodyHandlers.ofByteArray());
        return answer.body().length;
    }

    private static HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    }
}
