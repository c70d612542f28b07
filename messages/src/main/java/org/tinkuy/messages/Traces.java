package org.tinkuy.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Carries a trace over the outbox and through Kafka as a W3C `traceparent`.
public final class Traces {

    private final Tracer tracer;
    private final Propagator propagator;
    private final ObservationRegistry observations;

    public Traces(Tracer tracer, Propagator propagator, ObservationRegistry observations) {
        this.observations = observations;
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

    /// A span of whoever publishes, in the trace that caused the message.
    public Span continued(@Nullable String traceparent, String name) {
        var carrier = new HashMap<String, String>();
        if (traceparent != null) {
            carrier.put(CloudEventHeaders.TRACEPARENT, traceparent);
        }
        return propagator
                .extract(carrier, new CarrierGetter())
                .kind(Span.Kind.PRODUCER)
                .name(name)
                .start();
    }

    /// The trace that whoever receives the message continues.
    public @Nullable String traceparentOf(Span span, @Nullable String otherwise) {
        var continued = traceparent(span.context());
        return continued == null ? otherwise : continued;
    }

    private @Nullable String traceparent(TraceContext context) {
        var carrier = new HashMap<String, String>();
        propagator.inject(context, carrier, (_, name, value) -> carrier.put(name, value));
        return carrier.get(CloudEventHeaders.TRACEPARENT);
    }

    /// The handling of a record, in the trace that its headers name. An observation rather than a
    /// span: the function around the listener has one of its own, which Reactor's context would
    /// bring back.
    public Observation handling(ConsumerRecord<?, ?> record, String consumer) {
        var context = new ReceiverContext<Headers>(Traces::text, Kind.CONSUMER);
        context.setCarrier(record.headers());
        return Observation.createNotStarted("tinkuy.inbox.handle", () -> context, observations)
                .contextualName(record.topic() + " process")
                .lowCardinalityKeyValue("consumer", consumer)
                .lowCardinalityKeyValue("topic", record.topic());
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static final class CarrierGetter implements Propagator.Getter<Map<String, String>> {

        @Override
        public @Nullable String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    }
}
