package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tinkuy.embedded.Directories;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What many read at once: a session as JSON and a programme's page, through the gateway and
/// directly at the service. With `--traced` a second time with an endpoint for traces set.
public final class Reads {

    private static final String TRACED = "--traced";

    private static final Map<String, Integer> DEFAULTS =
            Map.of("clients", 32, "window-seconds", 3, "windows", 20);

    private record Target(String name, int port, String path) {}

    private final int clients;
    private final Duration window;
    private final int windows;
    private final Path home;
    private final Path directory;
    private final PrintStream out;

    private Reads(Map<String, Integer> options, Path home, PrintStream out) throws IOException {
        this.clients = Options.number(options, "clients");
        this.window = Duration.ofSeconds(Options.number(options, "window-seconds"));
        this.windows = Options.number(options, "windows");
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "reads-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        var numbers =
                Stream.of(arguments)
                        .filter(argument -> !argument.equals(TRACED))
                        .toArray(String[]::new);
        new Reads(Options.numbers(DEFAULTS, numbers), home, System.out)
                .run(numbers.length < arguments.length);
    }

    private void run(boolean traced) throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "%d processors, %d connections; data under %s%n",
                Runtime.getRuntime().availableProcessors(),
                clients,
                directory);
        var plain = measure("untraced", Map.of());
        if (traced) {
            compareTraced(plain);
        }
        Directories.delete(directory);
    }

    private void compareTraced(Map<String, Double> plain) throws IOException, InterruptedException {
        try (var sink = new TraceSink()) {
            out.printf(Locale.ROOT, "%nwith TINKUY_OTLP_ENDPOINT=%s%n", sink.address());
            var withTraces = measure("traced", Map.of("TINKUY_OTLP_ENDPOINT", sink.address()));
            out.printf(Locale.ROOT, "%n%,d batches of spans arrived%n", sink.batches());
            withTraces.forEach((name, perSecond) ->
                    out.printf(
                            Locale.ROOT,
                            "%-36s traced ÷ untraced: %.2f%n",
                            name,
                            perSecond / Objects.requireNonNull(plain.get(name))));
        }
    }

    private Map<String, Double> measure(String run, Map<String, String> settings)
            throws IOException, InterruptedException {
        var perSecond = new LinkedHashMap<String, Double>();
        try (var system = new TinkuySystem(home, directory.resolve(run), "false", settings)) {
            for (var target : targets(system)) {
                perSecond.put(target.name(), measure(target, system));
            }
        }
        return perSecond;
    }

    private double measure(Target target, TinkuySystem system) throws IOException {
        var processes = system.processes();
        var seen = new ArrayList<SteadyState.Window>();
        try (var load = new ReadLoad(target.port(), target.path(), clients)) {
            ReadLoad.Window last;
            do {
                var before = ProcessTimes.now(processes);
                var from = System.nanoTime();
                last = load.run(window);
                seen.add(
                        new SteadyState.Window(
                                from,
                                System.nanoTime(),
                                last.latencies().count(),
                                ProcessTimes.now(processes).since(before)));
            } while (seen.size() < windows && !SteadyState.isSteady(seen));
            var steady = new SteadyState(List.copyOf(seen), SteadyState.isSteady(seen));
            print(target, steady, last.latencies());
            return steady.last().perSecond();
        }
    }

    private void print(Target target, SteadyState steady, Latencies latencies) {
        var last = steady.last();
        out.printf(
                Locale.ROOT,
                "%n%-36s %,7.0f/s  p50 %.1f ms  p99 %.1f ms  (%s after %d windows)%n",
                target.name(),
                last.perSecond(),
                millis(latencies.percentile(50)),
                millis(latencies.percentile(99)),
                steady.reached() ? "steady" : "NOT STEADY",
                steady.windows().size());
        last.used().seconds().entrySet().stream()
                .filter(process -> process.getValue() * 1e6 / last.done() >= 1)
                .forEach(process ->
                        out.printf(
                                Locale.ROOT,
                                "  %-28s %6.0f µs CPU per GET%n",
                                process.getKey(),
                                process.getValue() * 1e6 / last.done()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static List<Target> targets(TinkuySystem system)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var programme : get(http, system, "/api/programmes")) {
                var slug = programme.path("slug").asString();
                var sessions = get(http, system, "/api/programmes/" + slug + "/sessions");
                if (!sessions.isEmpty()) {
                    return targets(system, slug, sessions.get(0).path("id").asString());
                }
            }
        }
        throw new IllegalStateException("no programme has sessions");
    }

    private static List<Target> targets(TinkuySystem system, String programme, String session) {
        var json = "/api/sessions/" + session;
        var page = "/programmes/" + programme;
        return List.of(
                new Target("session as JSON, gateway", system.gatewayPort(), json),
                new Target("programme page, gateway", system.gatewayPort(), page),
                new Target("session as JSON, session-service", system.sessionServicePort(), json),
                new Target("programme page, site", system.sitePort(), page));
    }

    private static JsonNode get(HttpClient http, TinkuySystem system, String path)
            throws IOException, InterruptedException {
        var address =
                String.format(Locale.ROOT, "http://localhost:%d%s", system.gatewayPort(), path);
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
