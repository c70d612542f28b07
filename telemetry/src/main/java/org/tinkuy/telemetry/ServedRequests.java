package org.tinkuy.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.publisher.Mono;

/// Around everything else: times each request, and records a span of it where somebody listens. One
/// filter and one operator, because every stage costs each request.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ServedRequests implements WebFilter {

    private final Traces traces;
    private final RequestTimes times;
    private final boolean tracesBeginHere;

    ServedRequests(Traces traces, RequestTimes times, boolean tracesBeginHere) {
        this.traces = traces;
        this.times = times;
        this.tracesBeginHere = tracesBeginHere;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return traces.heard() ? traced(exchange, chain) : timed(exchange, chain, Span.getInvalid());
    }

    private Mono<Void> timed(ServerWebExchange exchange, WebFilterChain chain, Span span) {
        return chain.filter(exchange).tap(() -> new Ending(exchange, span));
    }

    private Mono<Void> traced(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var caller = tracesBeginHere ? null : request.getHeaders().getFirst(Traces.TRACEPARENT);
        var span = traces.begin(caller, request.getMethod().name(), SpanKind.SERVER);
        var here = Objects.requireNonNull(Traces.traceparent(span, caller));
        TracedRequest.mark(exchange, here);
        return Traces.at(here, timed(exchange, chain, span));
    }

    private final class Ending extends DefaultSignalListener<Void> {

        private final ServerWebExchange exchange;
        private final Span span;
        private final long began = System.nanoTime();

        Ending(ServerWebExchange exchange, Span span) {
            this.exchange = exchange;
            this.span = span;
        }

        @Override
        public void doOnComplete() {
            ended(status());
        }

        /// Whoever answers failures stands outside of the filters: the status is known later.
        @Override
        public void doOnError(Throwable failure) {
            span.recordException(failure);
            if (exchange.getResponse().isCommitted()) {
                ended(status());
            } else {
                exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> ended(status())));
            }
        }

        @Override
        public void doOnCancel() {
            ended(exchange.getResponse().isCommitted() ? status() : RequestTimes.GONE);
        }

        private int status() {
            var status = exchange.getResponse().getStatusCode();
            return status == null ? 200 : status.value();
        }

        private void ended(int status) {
            var method = exchange.getRequest().getMethod().name();
            var route = route(exchange);
            times.record(method, route, status, System.nanoTime() - began);
            ServerSpan.end(span, method, route, status);
        }
    }

    private static @Nullable String route(ServerWebExchange exchange) {
        return exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                        instanceof PathPattern pattern
                ? pattern.getPatternString()
                : null;
    }
}
