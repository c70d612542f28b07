package org.tinkuy.notification.delivery.mail;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;

/// Continues the trace of the fact that a mail tells of; what nobody traced stays so.
@Component
class MailTraces {

    private final Propagator propagator;

    MailTraces(ObjectProvider<Propagator> propagator) {
        this.propagator = propagator.getIfAvailable(() -> Propagator.NOOP);
    }

    Span begin(Delivery delivery) {
        var parent = delivery.traceparent();
        return parent == null
                ? Span.NOOP
                : propagator
                        .extract(Map.of("traceparent", parent), Map::get)
                        .name("mail " + delivery.kind().label())
                        .kind(Span.Kind.CLIENT)
                        .tag("tinkuy.delivery.id", delivery.id().value().toString())
                        .start();
    }
}
