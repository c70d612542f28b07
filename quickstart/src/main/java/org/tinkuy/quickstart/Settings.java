package org.tinkuy.quickstart;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tinkuy.embedded.Platform;

/// What the environment says, with the defaults of the README's table.
///
/// @param checkout where the parts' jars are: `<part>/target/<part>-*.jar`
/// @param environment handed on to the services
record Settings(
        Path checkout,
        Path data,
        Port gateway,
        Port site,
        Port registration,
        Port session,
        Port notification,
        Inner inner,
        Port smtp,
        Port inbox,
        Port postgres,
        Port kafka,
        Map<String, String> environment) {

    /// @param setting the environment variable that changes it
    record Port(String setting, String what, int number) {}

    /// Where services and operators are answered.
    record Inner(Port site, Port registration, Port session, Port notification) {

        List<Port> all() {
            return List.of(site, registration, session, notification);
        }
    }

    static Settings of(Map<String, String> environment) {
        var home = environment.get("TINKUY_HOME");
        var checkout = home == null ? checkoutOfThisJar() : Path.of(home).toAbsolutePath();
        return new Settings(
                checkout,
                checkout.resolve(environment.getOrDefault("TINKUY_DATA", "data")).normalize(),
                port(environment, "TINKUY_PORT", "gateway", 8080),
                port(environment, "TINKUY_SITE_PORT", "site", 8081),
                port(environment, "TINKUY_REGISTRATION_PORT", "registration-service", 8082),
                port(environment, "TINKUY_SESSION_PORT", "session-service", 8083),
                port(environment, "TINKUY_NOTIFICATION_PORT", "notification-service", 8084),
                new Inner(
                        innerPort(environment, "SITE", "site", 8091),
                        innerPort(environment, "REGISTRATION", "registration-service", 8092),
                        innerPort(environment, "SESSION", "session-service", 8093),
                        innerPort(environment, "NOTIFICATION", "notification-service", 8094)),
                port(environment, "TINKUY_SMTP_PORT", "the inbox (SMTP)", 1025),
                port(environment, "TINKUY_INBOX_PORT", "the inbox (page)", 8025),
                port(environment, "TINKUY_POSTGRES_PORT", "PostgreSQL", 5432),
                port(environment, "TINKUY_KAFKA_PORT", "Kafka", 9092),
                environment);
    }

    List<Port> ports() {
        return Stream.concat(
                        Stream.of(gateway, site, registration, session, notification),
                        Stream.concat(
                                inner.all().stream(), Stream.of(smtp, inbox, postgres, kafka)))
                .toList();
    }

    String publicUrl() {
        return environment.getOrDefault(
                "TINKUY_PUBLIC_URL", "http://localhost:" + gateway.number());
    }

    String organiser() {
        return environment.getOrDefault("TINKUY_ORGANISER", "organiser@example.org");
    }

    String samples() {
        return environment.getOrDefault("TINKUY_SAMPLES", checkout.resolve("samples").toString());
    }

    /// Of every service, after those chosen here: the later one counts.
    Stream<String> jvmOptions() {
        return Stream.of(environment.getOrDefault("TINKUY_JVM_OPTIONS", "").split(" "))
                .filter(o -> !o.isBlank());
    }

    /// Not with options of a person's own, which may be for one run only.
    boolean makesCaches() {
        return !environment.getOrDefault("TINKUY_MAKE_CACHES", "").equals("false")
                && jvmOptions().findAny().isEmpty();
    }

    /// Nobody has to know them: where the usual one is taken, or the service is beside others of
    /// its kind (its public port is set), another is as good.
    private static Port innerPort(
            Map<String, String> environment, String part, String service, int usual) {
        var setting = "TINKUY_" + part + "_INNER_PORT";
        var isUsual = !environment.containsKey("TINKUY_" + part + "_PORT") && !Ports.isTaken(usual);
        var otherwise = isUsual ? usual : Platform.freePort();
        return port(environment, setting, service + " (inner)", otherwise);
    }

    private static Port port(
            Map<String, String> environment, String setting, String what, int otherwise) {
        var value = environment.getOrDefault(setting, "");
        try {
            var number = value.isBlank() ? otherwise : Integer.parseInt(value.strip());
            if (number < 1 || number > 65_535) {
                throw new NumberFormatException();
            }
            return new Port(setting, what, number);
        } catch (NumberFormatException e) {
            throw new StartRefused("%s is no port number: %s".formatted(setting, value), e);
        }
    }

    /// `<checkout>/quickstart/target/quickstart-….jar`, or `…/target/classes` in an IDE.
    private static Path checkoutOfThisJar() {
        try {
            var source = Settings.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(source).resolve(Path.of("..", "..", "..")).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
