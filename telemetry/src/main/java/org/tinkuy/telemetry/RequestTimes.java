package org.tinkuy.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// How long requests took, under the name that Spring's own meter has. A request finds its timer by
/// a key; tags are built once per kind of request.
public final class RequestTimes {

    /// Whoever asked went away before there was an answer.
    static final int GONE = 499;

    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values())
                    .map(HttpMethod::name)
                    .collect(Collectors.toUnmodifiableSet());

    /// Of methods that somebody made up there are endlessly many.
    private static final String UNKNOWN = "UNKNOWN";

    private record Kind(String method, String route, int status) {}

    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /// @param route what took the request; `null`: nothing did
    public void record(String method, @Nullable String route, int status, long nanos) {
        var kind =
                new Kind(
                        METHODS.contains(method) ? method : UNKNOWN,
                        route == null ? UNKNOWN : route,
                        status);
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests by what took them and how they ended")
                .tag("method", kind.method())
                .tag("uri", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .register(meters);
    }
}
