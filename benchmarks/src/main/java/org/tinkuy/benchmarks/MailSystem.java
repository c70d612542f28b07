package org.tinkuy.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tinkuy.embedded.EmbeddedKafka;
import org.tinkuy.embedded.EmbeddedPostgres;
import org.tinkuy.embedded.JavaProgram;
import org.tinkuy.embedded.Platform;

/// notification-service alone, with a database and a broker of its own and a sink for its mails.
final class MailSystem implements AutoCloseable {

    static final String SERVICE = "notification-service";
    static final String KAFKA = "kafka";

    private static final String NAME = "notification";
    private static final String INNER_SECRET = "an inner secret of the benchmark";
    private static final String PASSWORD = "benchmark";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Pattern PHASE =
            Pattern.compile(
                    "tinkuy_delivery_phase_seconds_sum\\{.*?phase=\"([a-z-]+)\".*?} ([\\d.E+-]+)");

    private final Path home;
    private final Path directory;
    private final int sinkPort = Platform.freePort();
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Process sink;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> settings;
    private int servicePort;
    private int innerPort;
    private Process service;

    /// @param settings of the service, besides where everything is
    /// @param answerAfter how long the sink thinks about each message
    MailSystem(Path home, Path directory, Map<String, String> settings, Duration answerAfter)
            throws IOException, InterruptedException, SQLException {
        this.home = home;
        this.directory = directory;
        this.settings = Map.copyOf(settings);
        this.postgres =
                new EmbeddedPostgres(
                        new EmbeddedPostgres.Settings(
                                home.resolve("benchmarks/target"),
                                directory.resolve("postgresql"),
                                0,
                                PASSWORD,
                                directory.resolve("postgresql.log"),
                                Map.of()));
        postgres.start();
        postgres.provide(NAME, NAME, PASSWORD);
        this.kafka =
                new EmbeddedKafka(
                        new EmbeddedKafka.Settings(
                                directory.resolve("kafka"),
                                0,
                                directory.resolve("kafka.log"),
                                Map.of()));
        kafka.start();
        this.sink =
                own(
                        "MailSink",
                        List.of(String.valueOf(sinkPort), String.valueOf(answerAfter.toMillis())));
        this.service = startService(null);
    }

    /// @param dkimKey `null`: mails are not signed
    void restartService(@Nullable Path dkimKey) throws IOException, InterruptedException {
        stop(service);
        service = startService(dkimKey);
    }

    private Process startService(@Nullable Path dkimKey) throws IOException, InterruptedException {
        servicePort = Platform.freePort();
        innerPort = Platform.freePort();
        var environment = new TreeMap<>(settings);
        environment.put("TINKUY_DATABASE", postgres.address(NAME));
        environment.put("TINKUY_DATABASE_USER", NAME);
        environment.put("TINKUY_DATABASE_PASSWORD", PASSWORD);
        environment.put("TINKUY_KAFKA", kafka.bootstrapServers());
        environment.put("TINKUY_SIGN_IN_SECRET", "a secret of the benchmark, long enough");
        environment.put("TINKUY_NOTIFICATION_PORT", String.valueOf(servicePort));
        environment.put("TINKUY_NOTIFICATION_INNER_PORT", String.valueOf(innerPort));
        environment.put("TINKUY_INNER_SECRET", INNER_SECRET);
        environment.put("TINKUY_BIND", "127.0.0.1");
        environment.put("TINKUY_SMTP_PORT", String.valueOf(sinkPort));
        if (dkimKey != null) {
            environment.put("TINKUY_DKIM_KEY", dkimKey.toString());
            environment.put("TINKUY_DKIM_SELECTOR", "benchmark");
        }
        var process =
                new JavaProgram(
                                "org.springframework.boot.loader.launch.JarLauncher",
                                List.of(jar(), ownJar("embedded")),
                                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                                List.of(),
                                environment,
                                directory.resolve("notification-service.log"))
                        .start();
        awaitReady(process);
        return process;
    }

    private Process own(String program, List<String> arguments) {
        return new JavaProgram(
                        "org.tinkuy.benchmarks." + program,
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .stream()
                                .map(Path::of)
                                .map(Path::toAbsolutePath)
                                .toList(),
                        List.of("-Xmx256m", "-XX:+UseSerialGC"),
                        arguments,
                        Map.of(),
                        directory.resolve(program + ".log"))
                .start();
    }

    /// @return when it has handed over everything
    Process startAngus(int mails, int connections) {
        return own(
                "AngusReference",
                List.of(
                        String.valueOf(sinkPort),
                        String.valueOf(mails),
                        String.valueOf(connections)));
    }

    private Path jar() throws IOException {
        return only(home.resolve("notification-service/target"), "notification-service-*.jar");
    }

    private Path ownJar(String name) throws IOException {
        return only(home.resolve("benchmarks/target/lib"), name + "-*.jar");
    }

    private static Path only(Path directory, String glob) throws IOException {
        try (var jars = Files.newDirectoryStream(directory, glob)) {
            for (var jar : jars) {
                return jar.toAbsolutePath();
            }
        }
        throw new IllegalStateException("not built yet: no " + glob + " in " + directory);
    }

    private void awaitReady(Process process) throws InterruptedException {
        var until = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try {
                if (get("/actuator/health/readiness").contains("\"UP\"")) {
                    return;
                }
            } catch (IOException _) {
                // It does not listen yet.
            }
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IllegalStateException("did not start; see the logs in " + directory);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + innerPort + path))
                        .header("Authorization", "Bearer " + INNER_SECRET)
                        .timeout(Duration.ofSeconds(10))
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + servicePort);
    }

    /// Seconds of the workers, by what they were doing.
    Map<String, Double> phases() throws IOException, InterruptedException {
        var phases = new TreeMap<String, Double>();
        PHASE.matcher(get("/actuator/prometheus"))
                .results()
                .forEach(found -> phases.put(found.group(1), Double.parseDouble(found.group(2))));
        return phases;
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:" + postgres.address(NAME), NAME, PASSWORD);
    }

    /// Mails and recipients that the sink has seen.
    Seen seen() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), sinkPort)) {
            socket.getOutputStream().write("HELP\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            var said =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            var line = said.lines().filter(one -> one.startsWith("214 ")).findFirst().orElseThrow();
            var numbers = line.split(" ", 3);
            return new Seen(Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
        }
    }

    record Seen(long mails, long recipients) {}

    Map<String, Long> processes() {
        return Map.of(
                SERVICE,
                service.pid(),
                TinkuySystem.POSTGRESQL,
                postgres.serverPid(),
                KAFKA,
                kafka.pid(),
                "sink",
                sink.pid());
    }

    /// In MiB: what the service holds now. Linux only.
    long memory() throws IOException {
        var status = Path.of("/proc/" + service.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .map(kib -> kib / 1024)
                .sum();
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        for (var process : List.of(service, sink)) {
            process.destroy();
            process.onExit().join();
        }
        kafka.close();
        postgres.close();
    }
}
