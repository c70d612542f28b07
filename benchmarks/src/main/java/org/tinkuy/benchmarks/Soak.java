package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.tinkuy.embedded.Directories;

/// A day of load in small: registrations arrive at half the highest rate for an hour, whether or
/// not they are answered. Prints how they fared minute by minute, and what memory, tables and
/// topics took up meanwhile. Exits with 1 when a registration was refused or not taken.
public final class Soak {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("clients", 32, "window-seconds", 10, "windows", 24, "minutes", 60);

    private static final int MOST = 1_000_000;
    private static final int SEATS = 100_000;
    private static final int CREATED = 201;
    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SHOWN_FROM = 1 << 20;
    private static final int TIMES = 4;

    private final Map<String, Integer> options;
    private final Path home;
    private final Path directory;
    private final PrintStream out;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Soak(Map<String, Integer> options, Path home, PrintStream out) throws IOException {
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
        System.exit(new Soak(options, home, System.out).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        if (!OpenLoad.isInstalled()) {
            out.println("vegeta: not on the path, and nothing else lets arrivals not wait");
            return false;
        }
        boolean correct;
        try (var system = new TinkuySystem(home, directory.resolve("data"), "false");
                var organiser = new Organiser(system)) {
            var programme = organiser.anyProgramme();
            var perSecond = (int) (highest(system, organiser, programme) / 2);
            correct = hour(system, organiser, programme, perSecond);
        }
        if (correct) {
            Directories.delete(directory);
        }
        return correct;
    }

    private double highest(TinkuySystem system, Organiser organiser, UUID programme)
            throws IOException, InterruptedException {
        var sessions = organiser.schedule(programme, "First", 1, MOST, today);
        var clients = Options.number(options, "clients");
        try (var load =
                Load.start(system.gatewayPort(), sessions, "first", clients, MOST, WARM_UP_LIMIT)) {
            var steady =
                    SteadyState.await(
                            load::accepted,
                            () -> ProcessTimes.now(system.processes()),
                            Duration.ofSeconds(Options.number(options, "window-seconds")),
                            Options.number(options, "windows"));
            load.stop();
            var highest = steady.last().perSecond();
            out.printf(
                    Locale.ROOT,
                    "%,.0f registrations/s%s%n",
                    highest,
                    steady.reached() ? "" : " (NOT STEADY: rates still differ by 5 %)");
            return highest;
        }
    }

    private boolean hour(TinkuySystem system, Organiser organiser, UUID programme, int perSecond)
            throws IOException, InterruptedException, SQLException {
        var minutes = Options.number(options, "minutes");
        var correct = true;
        var registered = 0L;
        var sizes = new ArrayList<>(List.of(Sizes.of(system)));
        out.printf(Locale.ROOT, "arriving at %,d/s for %d minutes%n", perSecond, minutes);
        for (var minute = 1; minute <= minutes; minute++) {
            var session = organiser.schedule(programme, "Minute " + minute, SEATS, today);
            var answers =
                    new OpenLoad(system.gatewayPort(), session, directory.resolve("vegeta.log"))
                            .run("minute" + minute, perSecond, MINUTE);
            var accepted = answers.stream().filter(it -> it.status() == CREATED).count();
            var listed = organiser.registrations(programme, session);
            registered += accepted;
            correct &= accepted == answers.size() && listed == accepted;
            var took =
                    Latencies.of(answers.stream().mapToLong(it -> it.took().toNanos()).toArray());
            out.printf(
                    Locale.ROOT,
                    "minute %d: p50 %d ms, p99 %d ms, %,d of %,d accepted, %,d listed%n",
                    minute,
                    took.percentile(50).toMillis(),
                    took.percentile(99).toMillis(),
                    accepted,
                    answers.size(),
                    listed);
            if (minute * TIMES / minutes > (minute - 1) * TIMES / minutes) {
                sizes.add(Sizes.of(system));
            }
        }
        out.printf(
                Locale.ROOT,
                "%n%,d registered. In MiB, at the start and after each quarter:%n",
                registered);
        print("memory", sizes, Sizes::memory);
        print("tables of more than 1 MiB", sizes, Sizes::tables);
        print("topics of more than 1 MiB", sizes, Sizes::topics);
        return correct;
    }

    private void print(String what, List<Sizes> sizes, Function<Sizes, Map<String, Long>> part) {
        out.println(what);
        var names = new TreeSet<String>();
        sizes.forEach(it -> names.addAll(part.apply(it).keySet()));
        for (var name : names) {
            var row = sizes.stream().map(it -> part.apply(it).getOrDefault(name, 0L)).toList();
            if (row.stream().anyMatch(bytes -> bytes > SHOWN_FROM)) {
                out.printf(Locale.ROOT, "  %-40s", name);
                row.forEach(
                        bytes -> out.printf(Locale.ROOT, " %8.1f", bytes / (double) SHOWN_FROM));
                out.println();
            }
        }
    }
}
