package org.tinkuy.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.embedded.AotCache;
import org.tinkuy.embedded.EmbeddedKafka;
import org.tinkuy.embedded.EmbeddedPostgres;
import org.tinkuy.quickstart.inbox.Inbox;
import org.tinkuy.settings.Variables;

/// Starts everything, keeps it running, and stops it in order when asked to.
public final class Quickstart {

    private static final List<String> DATABASES =
            List.of("registration", "session", "notification");
    private static final Duration ASK_EVERY = Duration.ofMillis(200);
    private static final Duration REMIND_EVERY = Duration.ofSeconds(30);

    private final long startedAt = System.nanoTime();
    private final PrintStream out;

    /// Since the first refused; a service reads its settings before it looks for others.
    private static final Duration OTHERS_DECIDE_WITHIN = Duration.ofSeconds(30);

    private final Settings settings;
    private final DataDirectory data;
    private final FormerProcesses processes;
    private final Keeper keeper;
    private final FasterStarts fasterStarts;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final AotCache kafkaCache;
    private final List<ServiceChild> services = new CopyOnWriteArrayList<>();
    private final Set<String> refusals = new HashSet<>();
    private long othersDecideUntil;
    private volatile @Nullable Inbox inbox;

    private Quickstart(Settings settings, DataDirectory data, PrintStream out) throws IOException {
        this.settings = settings;
        this.data = data;
        this.out = out;
        this.processes = new FormerProcesses(data.processes());
        this.keeper = new Keeper(out, processes);
        this.fasterStarts = new FasterStarts(out);
        this.postgres =
                new EmbeddedPostgres(
                        new EmbeddedPostgres.Settings(
                                data.programs(),
                                data.postgres(),
                                settings.postgres().number(),
                                data.secret("database-superuser"),
                                data.log("postgresql"),
                                Map.of()));
        this.kafka =
                new EmbeddedKafka(
                        new EmbeddedKafka.Settings(
                                data.kafka(),
                                settings.kafka().number(),
                                data.log("kafka"),
                                Map.of()));
        this.kafkaCache =
                kafka.cachedIn(
                        settings.checkout().resolve("quickstart/target/caches"),
                        settings.makesCaches());
    }

    public static void main(String... args) throws InterruptedException {
        try {
            requireNoFault(System.getenv());
            var settings = Settings.of(System.getenv());
            Parts.requireBuilt(settings.checkout());
            var data = DataDirectory.lock(settings.data());
            new Quickstart(settings, data, System.out).run();
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException | RuntimeException e) {
            System.err.println("Tinkuy cannot start: " + e);
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    /// Before anything starts, and all of them.
    private static void requireNoFault(Map<String, String> environment) {
        var faults = Variables.faults(environment);
        if (!faults.isEmpty()) {
            throw new StartRefused(String.join(System.lineSeparator(), faults));
        }
        Variables.unread(environment.keySet()).ifPresent(System.out::println);
    }

    private void run() throws IOException, InterruptedException {
        out.println("Tinkuy starts. Everything it keeps is in " + settings.data());
        var left = processes.end();
        if (left > 0) {
            out.println("  ended what a former start had left running: " + left + " processes");
        }
        Ports.requireFree(
                settings.ports().stream()
                        .filter(p -> !p.equals(settings.postgres()) || !postgres.isRunning())
                        .toList());
        data.beginNewLogs();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
        startEverything();
        awaitReady();
        welcome();
        fasterStarts.prepare(recorded());
    }

    /// Everything at once, except that what keeps something needs the servers to keep it in.
    private void startEverything() throws IOException, InterruptedException {
        inbox =
                new Inbox(
                        InetAddress.getLoopbackAddress(),
                        settings.smtp().number(),
                        settings.inbox().number(),
                        data.mail());
        tell("inbox");
        var servers =
                CompletableFuture.allOf(
                        CompletableFuture.runAsync(this::startKafka),
                        CompletableFuture.runAsync(this::startPostgres));
        var parts = new Parts(settings, data, postgres, kafka);
        services.addAll(parts.services());
        keep(services.stream().filter(s -> isOuter(s.name())).toList());
        servers.join();
        keep(services.stream().filter(s -> !isOuter(s.name())).toList());
    }

    private void startKafka() {
        keeper.keep(new KafkaChild(kafka, data.log("kafka")));
        tell("Kafka");
    }

    private void startPostgres() {
        keeper.keep(new PostgresChild(postgres, data.log("postgresql")));
        try {
            for (var name : DATABASES) {
                postgres.provide(name, name, data.secret("database-" + name));
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the databases cannot be prepared", e);
        }
        tell("PostgreSQL");
    }

    private void keep(List<ServiceChild> children) {
        for (var child : children) {
            if (!keeper.isStopping()) {
                keeper.keep(child);
            }
        }
    }

    private void awaitReady() throws InterruptedException {
        var waiting = new ArrayList<>(services);
        var remindAt = System.nanoTime() + REMIND_EVERY.toNanos();
        while (!waiting.isEmpty() || !systemIsReady()) {
            Thread.sleep(ASK_EVERY);
            requireNoRefusal(waiting);
            for (var service : List.copyOf(waiting)) {
                if (service.isReady()) {
                    waiting.remove(service);
                    tell(service.name());
                }
            }
            if (System.nanoTime() > remindAt) {
                remindAt = System.nanoTime() + REMIND_EVERY.toNanos();
                remind(waiting);
            }
        }
    }

    /// Each that refuses says why, as soon as it does; those that begin later are waited for, so
    /// that one start shows everything that is to be changed.
    private void requireNoRefusal(List<ServiceChild> waiting) {
        // Asked first: who refuses between the two questions is told of.
        var undecided = waiting.stream().anyMatch(ServiceChild::isRunning);
        for (var service : services) {
            service.refusal().filter(refusals::add).ifPresent(out::println);
        }
        if (refusals.isEmpty()) {
            return;
        }
        if (othersDecideUntil == 0) {
            othersDecideUntil = System.nanoTime() + OTHERS_DECIDE_WITHIN.toNanos();
        }
        if (!undecided || System.nanoTime() > othersDecideUntil) {
            throw new StartRefused("Tinkuy does not start with these settings.");
        }
    }

    private boolean systemIsReady() {
        return services.getLast().answersOk("/actuator/health/system");
    }

    private void remind(List<ServiceChild> waiting) {
        if (waiting.isEmpty()) {
            out.println(
                    String.format(
                            Locale.ROOT,
                            "  still waiting for http://127.0.0.1:%d/actuator/health/system",
                            settings.gateway().number()));
        }
        waiting.forEach(s ->
                out.printf(Locale.ROOT, "  still waiting for %s: see %s%n", s.name(), s.log()));
    }

    private void tell(String ready) {
        out.printf(Locale.ROOT, "  %-22s ready after %4.1f s%n", ready, seconds());
    }

    private double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    private void welcome() {
        out.printf(
                Locale.ROOT,
                """

                Tinkuy is ready after %.1f s.

                  Site        %s
                  Inbox       http://localhost:%d   every mail the system sends ends here
                  Organiser   sign in as %s, the code comes to the inbox
                  Logs        %s
                  Stop        Ctrl-C; your data stays

                """,
                seconds(),
                settings.publicUrl(),
                settings.inbox().number(),
                settings.organiser(),
                data.logs());
    }

    private List<FasterStarts.Part> recorded() {
        return Stream.concat(
                        services.stream().map(s -> new FasterStarts.Part(s.cache(), s::pid)),
                        Stream.of(new FasterStarts.Part(kafkaCache, kafka::pid)))
                .toList();
    }

    /// From the outside in: who still works finds those it needs.
    private void stop() {
        keeper.stop();
        fasterStarts.stop();
        out.println();
        out.println("Tinkuy stops.");
        stopAll(services.stream().filter(s -> isOuter(s.name())).toList());
        stopAll(services.stream().filter(s -> !isOuter(s.name())).toList());
        kafka.stop();
        postgres.stop();
        fasterStarts.finish(recorded());
        var open = inbox;
        if (open != null) {
            open.close();
        }
        try {
            processes.forget();
            data.close();
        } catch (IOException e) {
            out.println("  " + e.getMessage());
        }
        out.println("Tinkuy has stopped.");
    }

    private static boolean isOuter(String name) {
        return name.equals("gateway") || name.equals("site");
    }

    private static void stopAll(List<ServiceChild> children) {
        var threads = children.stream().map(c -> Thread.ofVirtual().start(c::stop)).toList();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
