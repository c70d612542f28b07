package org.tinkuy.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tinkuy.embedded.AotCache;
import org.tinkuy.embedded.EmbeddedKafka;
import org.tinkuy.embedded.EmbeddedPostgres;
import org.tinkuy.embedded.JavaProgram;
import org.tinkuy.embedded.ParentGuard;

/// The five services with what each is told through its environment.
final class Parts {

    /// Names of modules; the order is the one in which they are shown.
    static final List<String> SERVICES =
            List.of(
                    "registration-service",
                    "session-service",
                    "notification-service",
                    "site",
                    "gateway");

    /// The second compiler would cost as much as the whole rest of a start (measured: 17 CPU
    /// seconds for registration-service with it, 9 without).
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xms32m",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /// Beside the jar that a cache belongs to: it goes when that goes.
    private static final String CACHES = "caches";

    /// The secret that services and operators show each other.
    private static final String INNER = "inner";

    private final Settings settings;
    private final DataDirectory data;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;

    Parts(Settings settings, DataDirectory data, EmbeddedPostgres postgres, EmbeddedKafka kafka) {
        this.settings = settings;
        this.data = data;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static void requireBuilt(Path checkout) {
        var missing =
                SERVICES.stream()
                        .filter(s -> ServiceJar.find(checkout, s).isEmpty())
                        .map(s -> checkout.resolve(s).resolve("target").toString())
                        .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "Not built yet: no jar in %s. Build first: mvn -DskipTests package"
                            .formatted(String.join(", ", missing)));
        }
    }

    /// The first time after a build their jars are unpacked, all at once.
    List<ServiceChild> services() {
        return SERVICES.parallelStream().map(this::service).toList();
    }

    private ServiceChild service(String name) {
        try {
            return unpacked(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted", e);
        }
    }

    private ServiceChild unpacked(String name) throws IOException, InterruptedException {
        var jar =
                ServiceJar.find(settings.checkout(), name)
                        .orElseThrow(() -> new StartRefused(name + " is not built"))
                        .extracted();
        var program =
                new JavaProgram(
                        ServiceJar.mainClass(jar),
                        List.of(jar, guard()),
                        Stream.concat(JVM_OPTIONS.stream(), settings.jvmOptions()).toList(),
                        List.of(),
                        environment(name),
                        data.log(name));
        var cache = new AotCache(jar.resolveSibling(CACHES), program, settings.makesCaches());
        return new ServiceChild(name, health(name), cache, data.log(name));
    }

    private ServiceChild.Health health(String name) throws IOException {
        var port =
                switch (name) {
                    case "registration-service" -> settings.inner().registration();
                    case "session-service" -> settings.inner().session();
                    case "notification-service" -> settings.inner().notification();
                    case "site" -> settings.inner().site();
                    case "gateway" -> settings.gateway(); // tells everybody
                    default -> throw new IllegalArgumentException(name);
                };
        return new ServiceChild.Health(port.number(), data.secret(INNER));
    }

    private Map<String, String> environment(String name) throws IOException {
        var environment = new HashMap<>(common());
        switch (name) {
            case "registration-service" -> {
                environment.putAll(database("registration"));
                environment.put("TINKUY_SIGN_IN_SECRET", data.secret("sign-in"));
            }
            case "session-service" -> {
                environment.putAll(database("session"));
                environment.put("TINKUY_SAMPLES", settings.samples());
            }
            case "notification-service" -> {
                environment.putAll(database("notification"));
                environment.put("TINKUY_SIGN_IN_SECRET", data.secret("sign-in"));
                environment.put("TINKUY_SMTP_HOST", "127.0.0.1");
                environment.put("TINKUY_SMTP_PORT", String.valueOf(settings.smtp().number()));
            }
            default -> {
                // the others own nothing
            }
        }
        return environment;
    }

    private Map<String, String> common() throws IOException {
        var environment = new HashMap<String, String>();
        Stream.concat(
                        Stream.of(
                                settings.gateway(),
                                settings.site(),
                                settings.registration(),
                                settings.session(),
                                settings.notification()),
                        settings.inner().all().stream())
                .forEach(p -> environment.put(p.setting(), String.valueOf(p.number())));
        environment.put("TINKUY_BIND", "127.0.0.1");
        environment.put("TINKUY_SITE_URL", url(settings.site()));
        environment.put("TINKUY_REGISTRATION_URL", url(settings.registration()));
        environment.put("TINKUY_SESSION_URL", url(settings.session()));
        environment.put("TINKUY_NOTIFICATION_URL", url(settings.notification()));
        environment.put("TINKUY_SITE_INNER_URL", url(settings.inner().site()));
        environment.put("TINKUY_REGISTRATION_INNER_URL", url(settings.inner().registration()));
        environment.put("TINKUY_SESSION_INNER_URL", url(settings.inner().session()));
        environment.put("TINKUY_NOTIFICATION_INNER_URL", url(settings.inner().notification()));
        environment.put("TINKUY_INNER_SECRET", data.secret(INNER));
        environment.put("TINKUY_KAFKA", kafka.bootstrapServers());
        environment.put("TINKUY_PUBLIC_URL", settings.publicUrl());
        environment.put("TINKUY_ORGANISER", settings.organiser());
        return environment;
    }

    private Map<String, String> database(String name) throws IOException {
        return Map.of(
                "TINKUY_DATABASE", postgres.address(name),
                "TINKUY_DATABASE_USER", name,
                "TINKUY_DATABASE_PASSWORD", data.secret("database-" + name));
    }

    private static String url(Settings.Port port) {
        return "http://127.0.0.1:" + port.number();
    }

    private static Path guard() {
        try {
            return Path.of(
                    ParentGuard.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
