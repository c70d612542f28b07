package org.tinkuy.notification.delivery.mail;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;

/// Continues the trace of the fact that a mail tells of.
@Component
class MailTraces {

    private final Tracer tracer;
    private final Propagator propagator;

    MailTraces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
        this.propagator = propagator.getIfAvailable(() -> Propagator.NOOP);
    }

    void during(Delivery delivery, Runnable work) {
        var parent = delivery.traceparent();
        var carrier = parent == null ? Map.<String, String>of() : Map.of("traceparent", parent);
        var span =
                propagator
                        .extract(carrier, Map::get)
                        .name("mail " + delivery.kind().label())
                        .kind(Span.Kind.CLIENT)
                        .tag("tinkuy.delivery.id", delivery.id().value().toString())
                        .start();
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
