package org.tinkuy.gateway.edge;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinkuy.openapi.Documents;

/// Where a request's path leads.
///
/// A path that two parsers could read differently leads nowhere: what the gateway checks must be
/// what a service sees. So nothing encoded that has a meaning in a path, no empty or dot segments,
/// no path parameters.
public enum Door {
    /// The gateway's own health, for anyone.
    HEALTH,
    /// The gateway's own metrics, for the monitoring that holds the key.
    METRICS,
    /// JSON for programs.
    API,
    /// What the API is, which the gateway tells itself.
    DOCUMENT,
    /// HTML and what belongs to it, for people.
    PAGE,
    /// Not reachable from outside.
    CLOSED;

    private static final Set<String> HEALTH_PATHS =
            Set.of(
                    "/actuator/health/liveness",
                    "/actuator/health/readiness",
                    "/actuator/health/system");
    private static final String DOCUMENT_PATH = "/api/openapi";

    private static final Set<String> DOCUMENT_PATHS =
            Stream.concat(
                            Stream.of(DOCUMENT_PATH),
                            Documents.SERVICES.stream().map(Door::documentOf))
                    .collect(Collectors.toUnmodifiableSet());

    private static final String METRICS_PATH = "/actuator/prometheus";

    /// First segments that services keep for each other and for their operators.
    private static final Set<String> INSIDE = Set.of("internal", "actuator");

    /// @param rawPath as it came, still percent-encoded
    public static Door of(String rawPath) {
        if (HEALTH_PATHS.contains(rawPath)) {
            return HEALTH;
        }
        if (METRICS_PATH.equals(rawPath)) {
            return METRICS;
        }
        if (DOCUMENT_PATHS.contains(rawPath)) {
            return DOCUMENT;
        }
        if (!isPlain(rawPath)) {
            return CLOSED;
        }
        var first = firstSegment(rawPath).toLowerCase(Locale.ROOT);
        if (INSIDE.contains(first)) {
            return CLOSED;
        }
        return first.equals("api") ? API : PAGE;
    }

    /// Where all of the API is described.
    public static String document() {
        return DOCUMENT_PATH;
    }

    /// Where the part of one service is described.
    public static String documentOf(String service) {
        return DOCUMENT_PATH + "/" + service;
    }

    /// Whether programs come here, and not people.
    public boolean isForPrograms() {
        return this == API || this == DOCUMENT;
    }

    private static boolean isPlain(String path) {
        return path.startsWith("/") && hasPlainCharacters(path) && hasPlainSegments(path);
    }

    private static boolean hasPlainCharacters(String path) {
        for (var i = 0; i < path.length(); i++) {
            var c = path.charAt(i);
            if (c <= ' ' || c > '~' || c == ';' || c == '\\') {
                return false;
            }
            if (c == '%' && !encodesText(path, i)) {
                return false;
            }
        }
        return true;
    }

    /// Only bytes beyond ASCII (letters such as í) and the space need encoding in our paths.
    private static boolean encodesText(String path, int at) {
        if (at + 2 >= path.length()) {
            return false;
        }
        var high = Character.digit(path.charAt(at + 1), 16);
        var low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        var value = high * 16 + low;
        return value >= 0x80 || value == ' ';
    }

    private static boolean hasPlainSegments(String path) {
        for (var start = 1; start < path.length(); ) {
            var slash = path.indexOf('/', start);
            var end = slash < 0 ? path.length() : slash;
            var segment = path.substring(start, end);
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static String firstSegment(String path) {
        var slash = path.indexOf('/', 1);
        return path.substring(1, slash < 0 ? path.length() : slash);
    }
}
