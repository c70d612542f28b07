package org.tinkuy.registration.registration;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The trace of the request at hand. A batch carries many requests, so each command takes its own
/// along.
@Component
class CurrentTrace {

    private final ObjectProvider<Tracer> tracer;

    CurrentTrace(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer;
    }

    /// As in the header of W3C Trace Context; `null` where nothing is traced.
    @Nullable String traceparent() {
        var context = tracer.getIfAvailable(() -> Tracer.NOOP).currentTraceContext().context();
        return context == null || context.traceId().isEmpty()
                ? null
                : "00-%s-%s-%s"
                        .formatted(
                                context.traceId(),
                                context.spanId(),
                                Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
    }
}
