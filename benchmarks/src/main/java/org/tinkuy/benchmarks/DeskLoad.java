package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinkuy.embedded.Directories;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an organiser's browser loads of a desk with very many sessions, and how long they wait from
/// a form that is sent to the page that says what speaks against it: where a published session is
/// moved, and where a draft is saved and the list of changes looked at. Exits with 1 where a
/// conflict was not shown.
public final class DeskLoad {

    private static final Map<String, Integer> DEFAULTS = Map.of("sessions", 500, "forms", 100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String IN_THE_WAY = "speaker-elsewhere";

    /// What the page itself names, and nothing that browsers ask for once a day.
    private static final Pattern ASSET =
            Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js|svg))\"");

    private final int forms;
    private final FullHalls halls;
    private final Path home;
    private final Path directory;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String gateway = "";
    private String token = "";

    private DeskLoad(Map<String, Integer> options, Path home, PrintStream out) throws IOException {
        var sessions = Options.number(options, "sessions");
        this.forms = Options.number(options, "forms");
        this.halls =
                new FullHalls(
                        "full-halls",
                        sessions,
                        Math.max(50, sessions / 5),
                        LocalDate.now(ZoneId.of(FullHalls.ZONE)).plusDays(7),
                        List.of());
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "desk-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        var options = Options.numbers(DEFAULTS, arguments);
        System.exit(new DeskLoad(options, home, System.out).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        var samples = Files.createDirectory(directory.resolve("samples"));
        Files.writeString(samples.resolve(halls.slug() + ".yaml"), halls.yaml());
        boolean correct;
        try (var system =
                        new TinkuySystem(
                                home,
                                directory.resolve("data"),
                                "false",
                                Map.of("TINKUY_SAMPLES", samples.toString()));
                var organiser = new Organiser(system)) {
            gateway = "http://localhost:" + system.gatewayPort();
            token = organiser.token();
            correct = measure();
        }
        if (correct) {
            Directories.delete(directory);
        }
        return correct;
    }

    private boolean measure() throws IOException, InterruptedException {
        var sessions = awaitSessions();
        var programme = sessions.getFirst().path("programmeId").asString();
        var desk = "/organiser/desk/" + programme;
        awaitPage("/organiser/sessions/" + sessions.getLast().path("id").asString());
        bytes(desk);
        var nanos = new long[forms];
        var correct = true;
        for (var number = 0; number < 2 * forms; number++) {
            var from = System.nanoTime();
            page(desk);
            nanos[number % forms] = System.nanoTime() - from;
        }
        print("the desk", nanos);
        for (var number = 0; number < 2 * forms; number++) {
            var moved = number % (halls.sessions() - halls.speakers());
            var from = System.nanoTime();
            var answer =
                    post(
                            "/organiser/sessions/" + sessions.get(moved).path("id").asString(),
                            form(moved, Map.of("version", "1", "timeZone", FullHalls.ZONE)));
            nanos[number % forms] = System.nanoTime() - from;
            correct &= answer.statusCode() == 422 && answer.body().contains(IN_THE_WAY);
        }
        print("a move, to its conflict", nanos);
        var draft = sessions.getFirst();
        for (var number = 0; number < 2 * forms; number++) {
            var sent =
                    form(
                            0,
                            Map.of(
                                    "version",
                                    String.valueOf(number + 1),
                                    "kind",
                                    "workshop",
                                    "title-es",
                                    "Otra " + number,
                                    "speakers",
                                    draft.at("/speakers/0").asString()));
            var from = System.nanoTime();
            var saved = post(desk + "/sessions/" + draft.path("id").asString(), sent);
            var shown = page(desk + "/changes");
            nanos[number % forms] = System.nanoTime() - from;
            correct &= saved.statusCode() == 303 && shown.body().contains(IN_THE_WAY);
        }
        print("a draft, to its conflict", nanos);
        return correct;
    }

    private void bytes(String path) throws IOException, InterruptedException {
        var assets = 0L;
        for (var asset :
                ASSET.matcher(page(path).body())
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList()) {
            assets += compressed(asset);
        }
        var itself = compressed(path);
        out.printf(
                Locale.ROOT,
                "%d sessions, %d speakers: the desk has %,d bytes compressed in all: %,d of the page, %,d beside it%n",
                halls.sessions(),
                halls.speakers(),
                itself + assets,
                itself,
                assets);
    }

    /// To where its speaker is already.
    private Map<String, String> form(int moved, Map<String, String> more) {
        var to = halls.slot(moved + halls.speakers());
        var form = new TreeMap<>(more);
        form.put("date", to.date().toString());
        form.put("starts", String.format(Locale.ROOT, "%02d:00", to.starts()));
        form.put("ends", String.format(Locale.ROOT, "%02d:30", to.starts() + 1));
        form.put("place", "Sala 99");
        return form;
    }

    private void print(String what, long[] nanos) {
        var latencies = Latencies.of(nanos);
        out.printf(
                Locale.ROOT,
                "  %-25s min %6.1f ms  p50 %6.1f ms  p99 %6.1f ms%n",
                what,
                latencies.percentile(0).toNanos() / 1e6,
                latencies.percentile(50).toNanos() / 1e6,
                latencies.percentile(99).toNanos() / 1e6);
    }

    /// In the order in which they were added.
    private List<JsonNode> awaitSessions() throws IOException, InterruptedException {
        var address = gateway + "/api/programmes/" + halls.slug() + "/sessions";
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                var found = json.readTree(answer.body()).valueStream().toList();
                if (found.size() == halls.sessions()) {
                    return found;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        throw new IllegalStateException(address + " does not have all sessions");
    }

    private void awaitPage(String path) throws IOException, InterruptedException {
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (page(path).statusCode() != 200) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException(path + " is not there");
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private long compressed(String path) throws IOException, InterruptedException {
        return http.send(
                        get(path).header("Accept-Encoding", "gzip").build(),
                        BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    private HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return http.send(get(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    private HttpResponse<String> post(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        var body =
                form.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return http.send(
                get(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
