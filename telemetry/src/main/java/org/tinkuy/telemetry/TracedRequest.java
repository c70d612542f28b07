package org.tinkuy.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// The place in a trace of a request that is being served, kept beside it.
public final class TracedRequest {

    private static final String ATTRIBUTE = TracedRequest.class.getName();

    private TracedRequest() {}

    static void mark(ServerWebExchange exchange, String traceparent) {
        exchange.getAttributes().put(ATTRIBUTE, traceparent);
    }

    /// `null` where nothing is traced.
    static @Nullable String traceparent(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /// Writes a line of the log that carries the request's trace, if there is one.
    public static void log(ServerWebExchange exchange, Runnable line) {
        Traces.logged(traceparent(exchange), line);
    }
}
