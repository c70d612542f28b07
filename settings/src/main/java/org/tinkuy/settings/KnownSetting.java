package org.tinkuy.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Settings that mean the same in every service, told by their names.
///
/// They are looked at before anything else begins: what reads them (the web server, drivers, the
/// log) would take them for granted, or say something that helps nobody, some of it only when it is
/// used.
record KnownSetting(Predicate<String> name, String allowed, Predicate<String> isAllowed) {

    private static final List<KnownSetting> ALL =
            List.of(
                    of(
                            "TINKUY_SMTP_PORT",
                            "a port number from 1 to 65535",
                            value -> isPort(value) && !isZero(value)),
                    of(
                            "TINKUY(_\\w+)?_PORT",
                            "a port number from 0 to 65535",
                            KnownSetting::isPort),
                    of(
                            "TINKUY_\\w+_URL",
                            "an address such as https://tinkuy.example.org",
                            KnownSetting::isAddress),
                    of(
                            "TINKUY_DATABASE",
                            "a database such as postgresql://localhost:5432/tinkuy",
                            matching(
                                    "postgresql://[^/?#\\s@:]+(:\\d+)?/[^/?#\\s]+(\\?\\S*)?"
                                            + "|postgresql://\\[[0-9a-fA-F:]+](:\\d+)?/[^/?#\\s]+(\\?\\S*)?")),
                    of(
                            "TINKUY_KAFKA",
                            "host:port of one or more brokers, separated by commas",
                            value ->
                                    Arrays.stream(value.split(",", -1))
                                            .allMatch(KnownSetting::isBroker)),
                    of(
                            "TINKUY_(LIMIT_\\w+|TOKENS_CACHED|CONNECTIONS_PER_NETWORK"
                                    + "|SMTP_(RATE|CONNECTIONS)"
                                    + "|REGISTRATION_(BATCH|IN_FLIGHT|QUEUE))",
                            "a whole number",
                            matching("[+-]?\\d{1,9}")),
                    of("TINKUY_SMTP_TLS_REQUIRED", "true or false", matching("true|false")),
                    of(
                            "TINKUY_TOLD_UNTIL",
                            "a moment such as 2027-03-10T18:04:00Z",
                            KnownSetting::isMoment),
                    of(
                            "TINKUY_(SIGN_IN|INNER)_SECRET",
                            "at least 32 characters",
                            value -> value.length() >= 32),
                    of(
                            "TINKUY_KAFKA_PROTOCOL",
                            "PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL",
                            Set.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL")::contains),
                    of(
                            "TINKUY_KAFKA_SASL",
                            "PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512",
                            Set.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")::contains),
                    of(
                            "TINKUY_KAFKA_(USER|PASSWORD)",
                            "without quotes and backslashes",
                            matching("[^\"\\\\]*")),
                    of(
                            "TINKUY_BIND",
                            "an address of this machine such as 127.0.0.1, or 0.0.0.0 for all",
                            matching("[0-9a-fA-F:.%]+|[A-Za-z0-9.-]+")),
                    of(
                            "TINKUY_LOG_FORMAT",
                            "ecs, gelf or logstash, or empty for plain text",
                            Set.of("ecs", "gelf", "logstash")::contains),
                    of(
                            "TINKUY_OTLP_ENDPOINT",
                            "an address such as http://localhost:4318/v1/traces, or false",
                            value -> value.equals("false") || isAddress(value)));

    private static KnownSetting of(String name, String allowed, Predicate<String> isAllowed) {
        return new KnownSetting(matching(name), allowed, isAllowed);
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    /// What is wrong with it, if anything is.
    static Optional<String> fault(String variable, String value) {
        return ALL.stream()
                .filter(kind -> kind.name.test(variable))
                .filter(kind -> !value.isEmpty() && !kind.isAllowed.test(value))
                .map(kind -> RefusedSetting.words(variable, value, kind.allowed))
                .findFirst();
    }

    private static boolean isMoment(String value) {
        try {
            return Instant.parse(value).isAfter(Instant.EPOCH);
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535;
    }

    /// Nothing listens there: to listen, it means any port that is free.
    private static boolean isZero(String port) {
        return Integer.parseInt(port) == 0;
    }

    private static boolean isBroker(String value) {
        var colon = value.lastIndexOf(':');
        var port = value.substring(colon + 1).strip();
        return colon > 0
                && !value.substring(0, colon).strip().isEmpty()
                && isPort(port)
                && !isZero(port);
    }

    private static boolean isAddress(String value) {
        try {
            var address = new URI(value);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() <= 65_535
                    && address.getPort() != 0;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
