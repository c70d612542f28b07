package org.tinkuy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One Kafka broker (KRaft) on the loopback address in a process of its own. Its data stays; after
/// a `kill -9` it is back within seconds.
public final class EmbeddedKafka implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /// @param data everything that must survive
    /// @param port 0 for any free port, kept over restarts of this object
    /// @param settings of the broker, over those chosen here
    public record Settings(Path data, int port, Path log, Map<String, String> settings) {}

    private final Settings settings;
    private final int port;
    private @Nullable AotCache cache;
    private @Nullable Process process;

    public EmbeddedKafka(Settings settings) {
        this.settings = settings;
        this.port = settings.port() == 0 ? Platform.freePort() : settings.port();
    }

    /// Lets the broker start from a cache in the directory.
    ///
    /// @param makes whether to make it where it is missing
    public AotCache cachedIn(Path directory, boolean makes) {
        var found = new AotCache(directory, program(), makes);
        cache = found;
        return found;
    }

    /// Returns when the broker takes requests.
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        var ready = ready();
        var started = fork();
        process = started;
        var limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(ready)) {
            if (!started.isAlive() || System.nanoTime() > limit) {
                started.destroyForcibly();
                throw new IllegalStateException(
                        String.format(
                                Locale.ROOT,
                                "Kafka did not start on port %d: see %s",
                                port,
                                settings.log()));
            }
            Pauses.brief();
        }
    }

    private Process fork() {
        try {
            Files.createDirectories(settings.data());
            Files.deleteIfExists(ready());
            try (var writer = Files.newBufferedWriter(file(), StandardCharsets.UTF_8)) {
                properties().store(writer, null);
            }
            return cache == null ? program().start() : cache.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JavaProgram program() {
        return new JavaProgram(
                KafkaMain.class.getName(),
                JavaProgram.ownClassPath(),
                List.of(
                        "-Xms64m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlogback.configurationFile=org/tinkuy/embedded/kafka-log.xml"),
                List.of(file().toString(), ready().toString()),
                Map.of(),
                settings.log());
    }

    private Path file() {
        return settings.data().resolve("broker.properties").toAbsolutePath();
    }

    /// Is there when the broker takes requests.
    private Path ready() {
        return settings.data().resolve("ready").toAbsolutePath();
    }

    private static int freePortBeside(int taken) {
        return IntStream.generate(Platform::freePort)
                .filter(free -> free != taken)
                .findFirst()
                .orElseThrow();
    }

    private Properties properties() {
        var controller = "127.0.0.1:" + freePortBeside(port);
        var broker = "BROKER://127.0.0.1:" + port;
        var p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("controller.quorum.voters", "1@" + controller);
        p.put("controller.listener.names", KafkaMain.CONTROLLER_LISTENER);
        p.put("listeners", broker + "," + KafkaMain.CONTROLLER_LISTENER + "://" + controller);
        p.put("advertised.listeners", broker);
        p.put("inter.broker.listener.name", "BROKER");
        p.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("log.dirs", settings.data().resolve("log").toAbsolutePath().toString());
        // After kill -9 a broker waits for its own former session to expire (9 s by default).
        p.put("broker.session.timeout.ms", "2000");
        p.put("broker.heartbeat.interval.ms", "500");
        p.put("num.partitions", "6");
        singleNode(p);
        small(p);
        // A group that is away for longer than Kafka's week must not start from the beginning.
        p.put("offsets.retention.minutes", String.valueOf(Duration.ofDays(365).toMinutes()));
        p.putAll(settings.settings());
        return p;
    }

    private static void singleNode(Properties p) {
        p.put("offsets.topic.replication.factor", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("group.initial.rebalance.delay.ms", "0");
    }

    /// Sizes for tens of clients, not thousands; Kafka's own would not fit the heap.
    private static void small(Properties p) {
        p.put("offsets.topic.num.partitions", "6");
        p.put("transaction.state.log.num.partitions", "6");
        p.put("share.coordinator.state.topic.num.partitions", "1");
        p.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 * 1024 * 1024));
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
    }

    /// Asks the broker to finish, and kills it if it does not.
    public synchronized void stop() {
        var running = process;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        process = null;
    }

    /// What `kill -9` does.
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /// Completes when the broker's present process has ended.
    public synchronized CompletableFuture<?> ended() {
        return process == null ? CompletableFuture.completedFuture(null) : process.onExit();
    }

    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
