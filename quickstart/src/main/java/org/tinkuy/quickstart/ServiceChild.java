package org.tinkuy.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.embedded.AotCache;

/// One of the five services.
final class ServiceChild implements Child {

    /// A little more than a service gives itself.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /// 128 and SIGABRT or SIGSEGV: nobody knows whether the cache had a part in it.
    private static final Set<Integer> JVM_CRASHED = Set.of(134, 139);

    /// How a service ends that refuses its settings (see the module `settings`).
    private static final int REFUSED = 78;

    private static final int ANSWERS_WITHIN_MILLIS = 2000;

    /// Where it tells how it is.
    record Health(int port, String secret) {

        @Override
        public String toString() {
            return "Health at " + port;
        }
    }

    private final String name;
    private final Health health;
    private final AotCache cache;
    private final Path log;
    private volatile @Nullable Process process;

    ServiceChild(String name, Health health, AotCache cache, Path log) {
        this.name = name;
        this.health = health;
        this.cache = cache;
        this.log = log;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void start() {
        if (exitCode().stream().anyMatch(JVM_CRASHED::contains)) {
            cache.discard();
        }
        process = cache.start();
    }

    @Override
    public synchronized void stop() {
        var running = process;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (IOException e) {
            running.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.destroyForcibly();
        }
    }

    @Override
    public boolean isRunning() {
        var running = process;
        return running != null && running.isAlive();
    }

    @Override
    public OptionalInt exitCode() {
        var ended = process;
        return ended == null || ended.isAlive()
                ? OptionalInt.empty()
                : OptionalInt.of(ended.exitValue());
    }

    @Override
    public Optional<String> refusal() {
        return exitCode().stream().anyMatch(code -> code == REFUSED)
                ? Optional.of(name + " refuses its settings:" + said())
                : Optional.empty();
    }

    /// As Spring Boot writes it down: between these two words.
    private String said() {
        try {
            var lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
            var from = lines.lastIndexOf("Description:");
            var to = lines.lastIndexOf("Action:");
            if (from >= 0 && from < to) {
                return lines.subList(from + 1, to).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> "\n  " + line)
                        .collect(Collectors.joining());
            }
        } catch (IOException _) {
            // Its place is told instead.
        }
        return " see " + log;
    }

    @Override
    public Path log() {
        return log;
    }

    AotCache cache() {
        return cache;
    }

    @Override
    public long pid() {
        var running = process;
        return running == null ? -1 : running.pid();
    }

    boolean isReady() {
        return answersOk("/actuator/health/readiness");
    }

    boolean answersOk(String path) {
        try {
            var connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + health.port() + path)
                                    .toURL()
                                    .openConnection();
            connection.setRequestProperty("Authorization", "Bearer " + health.secret());
            connection.setConnectTimeout(ANSWERS_WITHIN_MILLIS);
            connection.setReadTimeout(ANSWERS_WITHIN_MILLIS);
            var ok = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            connection.disconnect();
            return ok;
        } catch (IOException e) {
            return false;
        }
    }
}
