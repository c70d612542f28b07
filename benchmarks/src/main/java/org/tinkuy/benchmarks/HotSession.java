package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tinkuy.embedded.Directories;

/// Registrations for one hot session, through the gateway, beside pgbench's one transaction per
/// registration in the same run. Exits with 1 when a registration got lost or appeared twice.
public final class HotSession {

    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(2);

    private final Options options;
    private final Path home;
    private final Path directory;
    private final PrintStream out;

    private HotSession(Options options, Path home, PrintStream out) throws IOException {
        this.options = options;
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "run-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        var options = Options.of(arguments);
        var correct = new HotSession(options, home, System.out).run();
        System.exit(correct ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        out.printf(
                "%d processors, %d clients; data under %s%n",
                Runtime.getRuntime().availableProcessors(), options.clients(), directory);
        var reference =
                new Pgbench(directory, home.resolve("benchmarks/target"))
                        .transactionsPerSecond(options);
        reference.ifPresentOrElse(
                tps -> out.printf("pgbench: %,.0f transactions/s%n", tps),
                () -> out.println("pgbench: not on the path, so there is nothing to compare with"));
        var correct = measure(reference);
        if (correct) {
            Directories.delete(directory);
        }
        return correct;
    }

    private boolean measure(OptionalDouble reference) throws IOException, InterruptedException {
        try (var system = new TinkuySystem(home, directory.resolve("data"));
                var organiser = new Organiser(system)) {
            return measure(system, organiser, reference);
        }
    }

    private boolean measure(TinkuySystem system, Organiser organiser, OptionalDouble reference)
            throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var programme = organiser.anyProgramme();
        var warm = organiser.schedule(programme, "Warm-up", options.warmUp(), today);
        var hot = organiser.schedule(programme, "Hot session", options.registrations(), today);
        out.printf("warming up with %,d registrations%n", options.warmUp());
        var warmedUp =
                new Load(system.gatewayPort(), warm, "warm", options.warmUp(), WARM_UP_LIMIT)
                        .run(options.clients());
        out.printf("  %,.0f/s%n", warmedUp.perSecond());

        var processes = system.processes();
        var before = ProcessTimes.now(processes);
        var result =
                new Load(
                                system.gatewayPort(),
                                hot,
                                "hot",
                                options.registrations(),
                                options.longest())
                        .run(options.clients());
        var used = ProcessTimes.now(processes).since(before);
        print(result, reference);
        print(used.seconds(), used.total(), result);
        return allStillRun(processes, system.processes())
                && isCorrect(organiser, programme, hot, result);
    }

    private boolean allStillRun(Map<String, Long> before, Map<String, Long> after) {
        var ended =
                before.entrySet().stream()
                        .filter(p -> !p.getValue().equals(after.get(p.getKey())))
                        .map(Map.Entry::getKey);
        var names = ended.collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            out.printf("%nended while measuring, so nothing above counts: %s%n", names);
        }
        return names.isEmpty();
    }

    private void print(Load.Result result, OptionalDouble reference) {
        out.printf(
                "%nregistrations: %,.0f/s (%,d accepted in %.1f s; answers: %s)%n",
                result.perSecond(),
                result.accepted().count(),
                result.took().toMillis() / 1000.0,
                Load.describe(result.statuses()));
        out.printf(
                "latency: p50 %d ms, p99 %d ms%n",
                result.accepted().percentile(50).toMillis(),
                result.accepted().percentile(99).toMillis());
        reference.ifPresent(
                tps -> out.printf("ratio to pgbench: %.2f%n", result.perSecond() / tps));
    }

    private void print(Map<String, Double> seconds, double total, Load.Result result) {
        out.printf("%nCPU while measuring: %.1f s, of it%n", total);
        seconds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(process ->
                        out.printf(
                                "  %-24s %6.1f s  %3.0f %%  %5.0f µs per registration%n",
                                process.getKey(),
                                process.getValue(),
                                100 * process.getValue() / total,
                                1e6 * process.getValue() / result.accepted().count()));
    }

    private boolean isCorrect(Organiser organiser, UUID programme, UUID session, Load.Result result)
            throws IOException, InterruptedException {
        var accepted = result.accepted().count();
        var listed = organiser.registrations(programme, session);
        var taken = organiser.taken(session);
        out.printf(
                "%naccepted %,d, listed for the organiser %,d, seats taken %,d%n",
                accepted, listed, taken);
        var correct = listed == accepted && taken == accepted && result.unaccepted() == 0;
        out.println(correct ? "nothing lost, nothing twice" : "THE NUMBERS DIFFER");
        return correct;
    }
}
