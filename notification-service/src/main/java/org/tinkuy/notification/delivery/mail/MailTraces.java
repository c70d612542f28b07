package org.tinkuy.notification.delivery.mail;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.telemetry.Traces;

/// Continues the trace of the fact that a mail tells of; what nobody traced stays so.
@Component
class MailTraces {

    private final Traces traces;

    MailTraces(Traces traces) {
        this.traces = traces;
    }

    Span begin(Delivery delivery) {
        var span =
                traces.follow(
                        delivery.traceparent(), "mail " + delivery.kind().label(), SpanKind.CLIENT);
        return span.isRecording()
                ? span.setAttribute("tinkuy.delivery.id", delivery.id().value().toString())
                : span;
    }
}
