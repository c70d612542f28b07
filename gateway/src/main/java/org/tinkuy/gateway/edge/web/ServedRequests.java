package org.tinkuy.gateway.edge.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Times each request by the service that it is for, and begins its trace.
@Component
class ServedRequests {

    private record Kind(String method, String service, int status) {}

    private final Tracer tracer;
    private final Propagator propagator;
    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    ServedRequests(Tracer tracer, Propagator propagator, MeterRegistry meters) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.meters = meters;
    }

    /// A request of a known method that found its service.
    Mono<Void> serve(
            HttpServerRequest request, HttpServerResponse response, Service service, Work work) {
        var began = System.nanoTime();
        var method = request.method().name();
        var span =
                tracer.spanBuilder()
                        .name(method + " " + service.name())
                        .kind(Span.Kind.SERVER)
                        .start();
        return work.under(headers ->
                        propagator.inject(
                                span.context(),
                                headers,
                                (_, name, value) -> headers.set(name, value)))
                .doFinally(_ -> {
                    var kind = new Kind(method, service.name(), response.status().code());
                    timers.computeIfAbsent(kind, this::timer)
                            .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                    span.end();
                });
    }

    /// What is done for a request.
    interface Work {
        Mono<Void> under(TraceTold trace);
    }

    /// Tells a service of which trace a request is.
    interface TraceTold {
        void to(HttpHeaders headers);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .tag("method", kind.method())
                .tag("uri", kind.service())
                .tag("status", Integer.toString(kind.status()))
                .register(meters);
    }
}
