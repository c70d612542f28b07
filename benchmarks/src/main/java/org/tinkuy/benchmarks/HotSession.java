package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.embedded.Directories;
import tools.jackson.databind.json.JsonMapper;

/// Registrations through the gateway, beside pgbench's one transaction per registration in the same
/// run: of one hot session, from the start on and when it runs smoothly; of many sessions; and
/// arriving at half the rate whether or not they are answered. Exits with 1 when a registration got
/// lost, appeared twice or was refused.
public final class HotSession {

    private static final int MOST = 1_000_000;
    private static final int SEATS = 100_000;
    private static final Duration AT_FIRST = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int CREATED = 201;

    /// Of a processor.
    private static final double SHOWN = 0.01;

    private final Options options;
    private final Path home;
    private final Path directory;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();

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
                Locale.ROOT,
                "%d processors, %d clients; data under %s%n",
                Runtime.getRuntime().availableProcessors(),
                options.clients(),
                directory);
        boolean correct;
        var pgbench = Pgbench.start(options, directory, home.resolve("benchmarks/target"));
        try (var reference = pgbench.orElse(null)) {
            if (reference == null) {
                out.println("pgbench: not on the path, so there is nothing to compare with");
            } else {
                out.printf(
                        Locale.ROOT,
                        "pgbench, with the machine for itself: %,.0f transactions/s%n",
                        reference.transactionsPerSecond());
            }
            correct = measure(reference);
        }
        if (correct) {
            Directories.delete(directory);
        }
        return correct;
    }

    private boolean measure(@Nullable Pgbench reference)
            throws IOException, InterruptedException, SQLException {
        try (var system = new TinkuySystem(home, directory.resolve("data"), "false");
                var organiser = new Organiser(system);
                var notifications = system.database("notification")) {
            return new Run(system, organiser, notifications, reference).measure();
        }
    }

    private final class Run {

        private final TinkuySystem system;
        private final Organiser organiser;
        private final MailedCodes codes;
        private final @Nullable Pgbench reference;
        private final UUID programme;
        private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
        private final Map<String, Long> processes;

        /// The sign-in of the organiser.
        private int registered = 1;

        private boolean correct = true;

        Run(
                TinkuySystem system,
                Organiser organiser,
                Connection notifications,
                @Nullable Pgbench reference)
                throws IOException, InterruptedException {
            this.system = system;
            this.organiser = organiser;
            this.codes = new MailedCodes(notifications);
            this.reference = reference;
            this.programme = organiser.anyProgramme();
            this.processes = system.processes();
        }

        boolean measure() throws IOException, InterruptedException, SQLException {
            warmUp(sessions("First", 1));
            var most = closed("one hot session", "hot", sessions("Hot", 1));
            var many = sessions("Many", options.sessions());
            closed(
                    String.format(Locale.ROOT, "%d sessions in turn", options.sessions()),
                    "many",
                    many);
            open((int) most / 2);
            var ended = new TreeMap<>(processes);
            ended.entrySet().removeAll(system.processes().entrySet());
            if (!ended.isEmpty()) {
                out.printf(
                        Locale.ROOT,
                        "%nended while measuring, so nothing above counts: %s%n",
                        ended.keySet());
            }
            return correct && ended.isEmpty();
        }

        private List<UUID> sessions(String title, int sessions)
                throws IOException, InterruptedException {
            return organiser.schedule(programme, title, sessions, SEATS, today);
        }

        private void warmUp(List<UUID> sessions)
                throws IOException, InterruptedException, SQLException {
            try (var load = load(sessions, "first", LONGEST)) {
                var steady =
                        SteadyState.await(
                                load::accepted,
                                () -> ProcessTimes.now(processes),
                                options.window(),
                                options.windows());
                load.stop();
                registered += load.accepted();
                var rates =
                        steady.windows().stream()
                                .map(it -> String.format(Locale.ROOT, "%,.0f", it.perSecond()))
                                .collect(Collectors.joining(" "));
                out.printf(
                        Locale.ROOT,
                        "%nfrom the start, every %d s: %s/s%n",
                        options.window().toSeconds(),
                        rates);
                if (!steady.reached()) {
                    out.println("  NOT STEADY: no three windows in a row were within 5 %");
                }
                var last = steady.last().perSecond();
                var first = steady.perSecondAtFirst(AT_FIRST);
                out.printf(
                        Locale.ROOT,
                        "first %d s ÷ last three windows: %,.0f ÷ %,.0f = %.2f%n",
                        AT_FIRST.toSeconds(),
                        first,
                        last,
                        first / last);
                codes.awaitAll(registered);
            }
        }

        private Load load(List<UUID> sessions, String run, Duration longest) {
            return Load.start(
                    system.gatewayPort(), sessions, run, options.clients(), MOST, longest);
        }

        /// @return registrations per second
        private double closed(String what, String run, List<UUID> sessions)
                throws IOException, InterruptedException, SQLException {
            out.println();
            var tps = reference();
            var before = ProcessTimes.now(processes);
            var start = System.nanoTime();
            try (var load = load(sessions, run, MEASURED)) {
                load.await();
                var end = System.nanoTime();
                var meanwhile = codes.count() - registered;
                registered += load.accepted();
                var behind = codes.awaitAll(registered);
                var used = ProcessTimes.now(processes).since(before);
                var perSecond = load.accepted() / ((end - start) / 1e9);
                var latencies = load.between(start, end);
                out.printf(
                        Locale.ROOT,
                        "%s: %,.0f registrations/s, p50 %d ms, p99 %d ms (%s)%n",
                        what,
                        perSecond,
                        latencies.percentile(50).toMillis(),
                        latencies.percentile(99).toMillis(),
                        Load.describe(load.statuses()));
                if (tps > 0) {
                    out.printf(Locale.ROOT, "ratio to pgbench: %.2f%n", perSecond / tps);
                }
                out.printf(
                        Locale.ROOT,
                        "codes handed over meanwhile: %,.0f/s; the last %d ms after the last answer%n",
                        meanwhile / ((end - start) / 1e9),
                        behind.toMillis());
                print(used, load.accepted());
                check(sessions, load.accepted(), load.unaccepted());
                return perSecond;
            }
        }

        /// Right before the load, because a shared machine is not the same a minute later. The
        /// system beside it has nothing to do.
        ///
        /// @return transactions per second; 0 without pgbench
        private double reference() throws IOException, InterruptedException {
            if (reference == null) {
                return 0;
            }
            var before = ProcessTimes.now(processes);
            var start = System.nanoTime();
            var tps = reference.transactionsPerSecond();
            var meanwhile = ours(ProcessTimes.now(processes).since(before));
            var seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "pgbench, while Tinkuy is idle (%.2f of a processor: %s): %,.0f transactions/s%n",
                    meanwhile.total() / seconds,
                    shares(meanwhile, seconds),
                    tps);
            return tps;
        }

        private static String shares(ProcessTimes used, double seconds) {
            return used.seconds().entrySet().stream()
                    .filter(it -> it.getValue() >= SHOWN * seconds)
                    .map(it ->
                            String.format(
                                    Locale.ROOT, "%s %.2f", it.getKey(), it.getValue() / seconds))
                    .collect(Collectors.joining(", "));
        }

        private static ProcessTimes ours(ProcessTimes used) {
            var ours = new TreeMap<>(used.seconds());
            ours.keySet().removeIf(TinkuySystem::isOutside);
            return new ProcessTimes(ours);
        }

        private void print(ProcessTimes used, int registrations) {
            var total = ours(used).total();
            out.printf(
                    Locale.ROOT,
                    "CPU until the last code was handed over, without clients and mail server: %,.0f µs per registration%n",
                    1e6 * total / registrations);
            used.seconds().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .forEach(process ->
                            out.printf(
                                    Locale.ROOT,
                                    "  %-24s %6.1f s  %5.0f µs per registration%n",
                                    process.getKey(),
                                    process.getValue(),
                                    1e6 * process.getValue() / registrations));
        }

        /// Arrivals do not wait for answers.
        private void open(int perSecond) throws IOException, InterruptedException, SQLException {
            if (!OpenLoad.isInstalled()) {
                out.println("\nvegeta: not on the path, so the open load is left out");
                return;
            }
            var sessions = sessions("Open", 1);
            var start = Instant.now();
            var answers =
                    new OpenLoad(
                                    system.gatewayPort(),
                                    sessions.getFirst(),
                                    directory.resolve("vegeta.log"))
                            .run("open", perSecond, options.open());
            var statuses = new TreeMap<Integer, Integer>();
            answers.forEach(it -> statuses.merge(it.status(), 1, Integer::sum));
            var accepted = statuses.getOrDefault(CREATED, 0);
            registered += accepted;
            codes.awaitAll(registered);
            var took =
                    Latencies.of(answers.stream().mapToLong(it -> it.took().toNanos()).toArray());
            var mailed = codes.since(challenges(answers), start);
            out.printf(
                    Locale.ROOT,
                    "%narriving at %,d/s for %d s: p50 %d ms, p99 %d ms (%s)%n",
                    perSecond,
                    options.open().toSeconds(),
                    took.percentile(50).toMillis(),
                    took.percentile(99).toMillis(),
                    Load.describe(statuses));
            out.printf(
                    Locale.ROOT,
                    "codes, from the answer to the mail handed over: p50 %d ms, p99 %d ms (%,d)%n",
                    mailed.percentile(50).toMillis(),
                    mailed.percentile(99).toMillis(),
                    mailed.count());
            check(sessions, accepted, answers.size() - accepted);
            correct &= mailed.count() == accepted;
        }

        private Map<UUID, Instant> challenges(List<OpenLoad.Answer> answers) {
            var challenges = new HashMap<UUID, Instant>();
            for (var answer : answers) {
                if (answer.status() == CREATED) {
                    var id = json.readTree(answer.body()).at("/signIn/challengeId").asString();
                    challenges.put(UUID.fromString(id), answer.answered());
                }
            }
            return challenges;
        }

        private void check(List<UUID> sessions, int accepted, int refused)
                throws IOException, InterruptedException {
            var listed = listed(sessions);
            out.printf(Locale.ROOT, "accepted %,d, listed for the organiser %,d", accepted, listed);
            var same = listed == accepted && refused == 0;
            out.println(same ? ": nothing lost, nothing twice" : ": THE NUMBERS DIFFER");
            correct &= same;
        }

        private int listed(List<UUID> sessions) throws IOException, InterruptedException {
            var listed = 0;
            for (var session : sessions) {
                listed += organiser.registrations(programme, session);
            }
            return listed;
        }
    }
}
