package org.tinkuy.benchmarks;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tinkuy.embedded.JavaProgram;
import org.tinkuy.embedded.Platform;

/// A whole Tinkuy of the quickstart on ports and data of its own, set up for load: the gateway's
/// limits per network know that one network is everybody, and the JVMs compile to the end.
final class TinkuySystem implements AutoCloseable {

    static final String ORGANISER = "organiser@example.org";

    static final String POSTGRESQL = "postgresql";

    private static final String CLIENTS = "clients (this program)";
    private static final String INBOX = "inbox (mail server)";
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final String NO_LIMIT_IN_PRACTICE = "10000000";

    /// The quickstart's own options are for a fast start; these are what it recommends for load.
    private static final String JVM_FOR_LOAD = "-XX:TieredStopAtLevel=4 -Xmx768m -Xmn384m";

    private static final List<String> PORTS =
            List.of(
                    "TINKUY_PORT",
                    "TINKUY_SITE_PORT",
                    "TINKUY_REGISTRATION_PORT",
                    "TINKUY_SESSION_PORT",
                    "TINKUY_NOTIFICATION_PORT",
                    "TINKUY_SMTP_PORT",
                    "TINKUY_INBOX_PORT",
                    "TINKUY_POSTGRES_PORT",
                    "TINKUY_KAFKA_PORT");

    /// How a part is recognised on its command line.
    private static final Map<String, String> MARKS =
            Map.of(
                    "gateway", "GatewayApplication",
                    "registration-service", "RegistrationServiceApplication",
                    "session-service", "SessionServiceApplication",
                    "notification-service", "NotificationServiceApplication",
                    "site", "SiteApplication",
                    "kafka", "KafkaMain");

    private final Path data;
    private final Map<String, String> environment = new TreeMap<>();
    private final Process process;

    /// @param caches what becomes of the caches for a faster start, as in `TINKUY_MAKE_CACHES`
    TinkuySystem(Path home, Path data, String caches) throws IOException, InterruptedException {
        this(home, data, caches, Map.of());
    }

    /// @param settings what an operator sets besides
    TinkuySystem(Path home, Path data, String caches, Map<String, String> settings)
            throws IOException, InterruptedException {
        this.data = data;
        var ports = Stream.generate(Platform::freePort).distinct().iterator();
        PORTS.forEach(name -> environment.put(name, String.valueOf(ports.next())));
        environment.put("TINKUY_HOME", home.toString());
        environment.put("TINKUY_DATA", data.toString());
        environment.put("TINKUY_ORGANISER", ORGANISER);
        environment.put("TINKUY_PUBLIC_URL", "http://localhost:" + environment.get("TINKUY_PORT"));
        environment.put("TINKUY_JVM_OPTIONS", JVM_FOR_LOAD);
        environment.put("TINKUY_MAKE_CACHES", caches);
        for (var limit : List.of("MAIL", "CODES")) {
            environment.put("TINKUY_LIMIT_" + limit + "_BURST", NO_LIMIT_IN_PRACTICE);
            environment.put("TINKUY_LIMIT_" + limit + "_PER_MINUTE", NO_LIMIT_IN_PRACTICE);
        }
        environment.putAll(settings);
        this.process = start(home);
        awaitReady();
    }

    int gatewayPort() {
        return port("TINKUY_PORT");
    }

    int sessionServicePort() {
        return port("TINKUY_SESSION_PORT");
    }

    int sitePort() {
        return port("TINKUY_SITE_PORT");
    }

    int inboxPort() {
        return port("TINKUY_INBOX_PORT");
    }

    /// @param name `registration`, `session` or `notification`
    Connection database(String name) throws SQLException, IOException {
        return DriverManager.getConnection(
                String.format(
                        Locale.ROOT,
                        "jdbc:postgresql://localhost:%d/%s",
                        port("TINKUY_POSTGRES_PORT"),
                        name),
                name,
                Files.readString(data.resolve("secrets/database-" + name)).strip());
    }

    Path kafkaLogs() {
        return data.resolve("kafka/log");
    }

    /// The processes by name. PostgreSQL stands beside, because its starter lets go of it.
    Map<String, Long> processes() throws IOException {
        var found = new TreeMap<String, Long>();
        process.descendants()
                .forEach(child -> {
                    var line = String.join(" ", child.info().arguments().orElse(new String[0]));
                    MARKS.forEach((name, mark) -> {
                        if (line.contains(mark) && !line.startsWith("-c")) {
                            found.put(name, child.pid());
                        }
                    });
                });
        found.put(INBOX, process.pid());
        var lock = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
        found.put(POSTGRESQL, Long.parseLong(lock.getFirst().strip()));
        found.put(CLIENTS, ProcessHandle.current().pid());
        return found;
    }

    /// Who registers, and who gets the mail.
    static boolean isOutside(String process) {
        return process.equals(CLIENTS) || process.equals(INBOX);
    }

    private int port(String name) {
        return Integer.parseInt(environment.getOrDefault(name, "0"));
    }

    private Process start(Path home) throws IOException {
        Files.createDirectories(data);
        return new JavaProgram(
                        "org.tinkuy.quickstart.Launcher",
                        List.of(jar(home)),
                        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        List.of(),
                        environment,
                        log())
                .start();
    }

    private Path log() {
        return data.resolveSibling("quickstart.log");
    }

    private static Path jar(Path home) throws IOException {
        var target = home.resolve("quickstart/target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "quickstart-*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        }
        throw new IllegalStateException("not built yet: no jar in " + target);
    }

    private void awaitReady() throws IOException, InterruptedException {
        var health =
                HttpRequest.newBuilder(
                                URI.create(
                                        String.format(
                                                Locale.ROOT,
                                                "http://localhost:%d/actuator/health/system",
                                                gatewayPort())))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        var limit = System.nanoTime() + START_LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < limit) {
                if (!process.isAlive()) {
                    break;
                }
                try {
                    if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // not yet there
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
        close();
        throw new IllegalStateException("the system did not start: see " + log());
    }

    /// It stops everything in order when its input ends, and also when this program dies.
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, STOP_LIMIT.toSeconds(), SECONDS).join();
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
