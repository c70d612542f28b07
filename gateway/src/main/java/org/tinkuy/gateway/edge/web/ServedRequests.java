package org.tinkuy.gateway.edge.web;

import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.telemetry.RequestTimes;
import org.tinkuy.telemetry.ServerSpan;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Times each request by the service that it is for, and begins its trace where somebody listens.
@Component
class ServedRequests {

    private final Traces traces;
    private final RequestTimes times;

    ServedRequests(Traces traces, RequestTimes times) {
        this.traces = traces;
        this.times = times;
    }

    /// A request of a known method that found who answers it.
    ///
    /// @param servedBy such as `session-service`
    /// @param work told the request's place in its trace, if it has one
    Mono<Void> serve(
            HttpServerRequest request, HttpServerResponse response, String servedBy, Work work) {
        var began = System.nanoTime();
        var method = request.method().name();
        var span = traces.begin(null, method, SpanKind.SERVER);
        var here = Traces.traceparent(span, null);
        return Traces.at(here, work.under(here))
                .doFinally(_ -> {
                    var status = response.status().code();
                    times.record(method, servedBy, status, System.nanoTime() - began);
                    ServerSpan.end(span, method, servedBy, status);
                });
    }

    /// What is done for a request.
    interface Work {
        Mono<Void> under(@Nullable String traceparent);
    }
}
