package org.tinkuy.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries a trace over the outbox and through Kafka as a W3C `traceparent`.
public final class Traces {

    private final Tracer tracer;
    private final Propagator propagator;

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /// The trace of the caller, for work that is done on behalf of several (`causedBy`).
    public @Nullable String current() {
        var context = tracer.currentTraceContext().context();
        if (context == null) {
            return null;
        }
        return traceparent(context);
    }

    Span continued(@Nullable String traceparent, Span.Kind kind, String name) {
        var carrier = new HashMap<String, String>();
        if (traceparent != null) {
            carrier.put(CloudEventHeaders.TRACEPARENT, traceparent);
        }
        return propagator.extract(carrier, new CarrierGetter()).kind(kind).name(name).start();
    }

    /// The trace that whoever receives the message continues.
    @Nullable String traceparentOf(Span span, @Nullable String otherwise) {
        var continued = traceparent(span.context());
        return continued == null ? otherwise : continued;
    }

    private @Nullable String traceparent(TraceContext context) {
        var carrier = new HashMap<String, String>();
        propagator.inject(context, carrier, (_, name, value) -> carrier.put(name, value));
        return carrier.get(CloudEventHeaders.TRACEPARENT);
    }

    void within(Span span, Runnable work) {
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private static final class CarrierGetter implements Propagator.Getter<Map<String, String>> {

        @Override
        public @Nullable String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    }
}
