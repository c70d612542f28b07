package org.tinkuy.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import org.tinkuy.telemetry.Traces;

/// Messages that are handled together, each in the trace that caused it: what comes of a message is
/// caused by the span of its handling.
record Handling(List<Arrival> arrivals, List<Span> spans) {

    static Handling of(List<Arrival> arrivals, String consumer, Traces traces) {
        var spans = new ArrayList<Span>();
        var continued = new ArrayList<Arrival>(arrivals.size());
        for (var arrival : arrivals) {
            var message = arrival.message();
            var cause = message.traceparent();
            var span = traces.follow(cause, message.topic() + " process", SpanKind.CONSUMER);
            if (span.isRecording()) {
                spans.add(span.setAttribute("consumer", consumer));
                continued.add(arrival.causedBy(Traces.traceparent(span, cause)));
            } else {
                continued.add(arrival);
            }
        }
        return new Handling(continued, spans);
    }

    void failed(Throwable failure) {
        spans.forEach(span -> span.recordException(failure).setStatus(StatusCode.ERROR));
    }

    void end() {
        spans.forEach(Span::end);
    }
}
