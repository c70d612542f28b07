package org.tinkuy.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The quickstart as a process of its own, on free ports and a data directory of its own.
///
/// The data directory survives [#kill] and [#stop], so that a second [#start] finds what was there.
public final class TinkuySystem implements AutoCloseable {

    public static final String ORGANISER = "organiser@example.org";

    /// Who shows it reads the gateway's metrics.
    static final String METRICS_KEY = "metrics-of-the-gateway-for-tests";

    /// Generous: a first start initialises the database and fills caches, on machines of any speed.
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    /// Each reads the clock's file at most every 50 ms (`MovableClock`).
    private static final Duration ALL_READ_IT_WITHIN = Duration.ofMillis(200);

    private static final String[] PORTS = {
        "TINKUY_PORT",
        "TINKUY_SITE_PORT",
        "TINKUY_REGISTRATION_PORT",
        "TINKUY_SESSION_PORT",
        "TINKUY_NOTIFICATION_PORT",
        "TINKUY_SITE_INNER_PORT",
        "TINKUY_REGISTRATION_INNER_PORT",
        "TINKUY_SESSION_INNER_PORT",
        "TINKUY_NOTIFICATION_INNER_PORT",
        "TINKUY_SMTP_PORT",
        "TINKUY_INBOX_PORT",
        "TINKUY_POSTGRES_PORT",
        "TINKUY_KAFKA_PORT"
    };

    /// Every run begins at noon in UTC, far from the evenings in Peru that would be reminded of.
    private final Duration noon;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path checkout = checkout();
    private final Path data;
    private final Path log;
    private final Path clockFile;
    private final Map<String, String> settings;
    private final Map<String, Integer> ports = freePorts();
    private final MailedCodes codes =
            new MailedCodes(new JsonCalls(http, URI.create(baseUrl())), inbox());
    private final OrganiserApi organiser;
    private @Nullable Process process;

    /// The one that the browser's tests share.
    TinkuySystem() {
        this("system", Map.of());
    }

    /// @param name of its directory and log under `end-to-end/target`
    /// @param settings of the quickstart, over those chosen here
    public TinkuySystem(String name, Map<String, String> settings) {
        this(name, settings, null);
        moveClock(Duration.ZERO);
    }

    /// @param former whose clock goes on, and whose organiser stays signed in
    private TinkuySystem(String name, Map<String, String> settings, @Nullable TinkuySystem former) {
        var target = checkout.resolve("end-to-end/target");
        this.data = target.resolve(name);
        this.log = target.resolve(name + ".log");
        this.settings = settings;
        this.noon = former == null ? untilNoon() : former.noon;
        this.clockFile = former == null ? target.resolve(name + ".clock") : former.clockFile;
        this.organiser =
                new OrganiserApi(
                        codes.calls(),
                        codes,
                        former == null ? null : former.organiser.tokenIfSignedIn());
        delete(data);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    private static Duration untilNoon() {
        return Duration.between(LocalTime.now(ZoneOffset.UTC), LocalTime.NOON);
    }

    /// On a machine where nothing is yet, at the time it is.
    public TinkuySystem successor(String name, Map<String, String> settings) {
        return new TinkuySystem(name, settings, this);
    }

    public void start() {
        try {
            var command =
                    new ProcessBuilder(java(), "-jar", launcher().toString())
                            .directory(checkout.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            ports.forEach((name, port) -> command.environment().put(name, port.toString()));
            command.environment().put("TINKUY_DATA", data.toString());
            command.environment().put("TINKUY_CLOCK_FILE", clockFile.toString());
            command.environment().put("TINKUY_PUBLIC_URL", baseUrl());
            command.environment().put("TINKUY_ORGANISER", ORGANISER);
            command.environment().put("TINKUY_METRICS_KEY", METRICS_KEY);
            command.environment().put("TINKUY_MAKE_CACHES", "false");
            command.environment().putAll(settings);
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    /// As a power cut: the launcher and every process it started end at once. PostgreSQL detaches
    /// itself from who starts it, but carries this system's data directory in its command.
    public void kill() {
        if (process == null) {
            return;
        }
        Stream.of(
                        Stream.of(process.toHandle()),
                        process.descendants(),
                        naming(ProcessHandle.allProcesses(), data.toString()))
                .flatMap(handles -> handles)
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /// As Ctrl-C.
    public void stop() {
        if (process != null) {
            process.destroy();
            awaitEnd();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /// This system's processes of one part, such as `registration-service`; never those of another
    /// installation on the same machine.
    public Stream<ProcessHandle> processesOf(String part) {
        var running = process;
        return running == null ? Stream.empty() : naming(running.descendants(), part);
    }

    private static Stream<ProcessHandle> naming(Stream<ProcessHandle> processes, String words) {
        return processes.filter(handle ->
                handle.info().commandLine().filter(line -> line.contains(words)).isPresent());
    }

    /// All that it keeps.
    public Path data() {
        return data;
    }

    public int port(String setting) {
        var port = ports.get(setting);
        if (port == null) {
            throw new IllegalArgumentException(setting);
        }
        return port;
    }

    public String baseUrl() {
        return "http://localhost:" + ports.get("TINKUY_PORT");
    }

    Inbox inbox() {
        return new Inbox(http, URI.create("http://localhost:" + ports.get("TINKUY_INBOX_PORT")));
    }

    public OrganiserApi organiser() {
        return organiser;
    }

    /// What a device that signs in now shows from then on; an address is mailed ten codes an hour.
    public String tokenOf(String address) {
        return codes.tokenOf(address);
    }

    /// Moves the clock of every process ahead of the time that tests begin at. Once this returns,
    /// none still has the former: in between, one passes on a signed token that another calls
    /// expired.
    public void moveClock(Duration ahead) {
        try {
            Files.createDirectories(clockFile.getParent());
            Files.writeString(clockFile, noon.plus(ahead).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(ALL_READ_IT_WITHIN.toNanos());
    }

    /// What the system's clock says.
    public Instant now() {
        try {
            return Instant.now().plus(Duration.parse(Files.readString(clockFile)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        Await.until(
                "the system to be ready, see " + log,
                READY_WITHIN,
                () -> {
                    var running = process;
                    if (running == null || !running.isAlive()) {
                        throw new IllegalStateException("the quickstart ended, see " + log);
                    }
                    return status("/actuator/health/system") == 200;
                });
    }

    /// The status of the answer; -1 where nobody answers.
    int status(String path) {
        try {
            return get(path).statusCode();
        } catch (UncheckedIOException _) {
            return -1;
        }
    }

    public HttpResponse<String> get(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(baseUrl() + path))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        var ended = process;
        if (ended == null) {
            return;
        }
        try {
            if (!ended.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the quickstart does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        process = null;
    }

    private Path launcher() throws IOException {
        try (var files = Files.list(checkout.resolve("quickstart/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("quickstart.*\\.jar"))
                    .filter(file -> !file.toString().endsWith(".original"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("build the quickstart first: mvn package"));
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path checkout() {
        var here = Path.of("").toAbsolutePath();
        return here.endsWith("end-to-end") ? here.resolveSibling("").normalize() : here;
    }

    private static Map<String, Integer> freePorts() {
        var found = new LinkedHashMap<String, Integer>();
        var open = new ArrayList<ServerSocket>();
        try {
            for (var name : PORTS) {
                var socket = new ServerSocket(0);
                open.add(socket);
                found.put(name, socket.getLocalPort());
            }
            for (var socket : open) {
                socket.close();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
