package org.tinkuy.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/// Records what this part does for one cause, as spans of a trace that crosses all parts.
///
/// A place in a trace is carried by hand, as the text of W3C Trace Context's `traceparent`: in
/// headers, rows and commands, and in Reactor's context while a request or a message is handled.
/// What nobody traces is not recorded: its span is the one that does nothing.
public final class Traces implements AutoCloseable {

    public static final String TRACEPARENT = "traceparent";

    /// Records nothing.
    public static final Traces NONE = new Traces(null);

    private static final Object KEY = Traces.class;

    private final @Nullable SdkTracerProvider recorder;
    private final @Nullable Tracer tracer;

    /// @param recorder `null`: nobody listens
    public Traces(@Nullable SdkTracerProvider recorder) {
        this.recorder = recorder;
        this.tracer = recorder == null ? null : recorder.get("tinkuy");
    }

    /// Whether anybody listens.
    boolean heard() {
        return tracer != null;
    }

    /// A span of the caller's trace, or of a new one where the caller names none. What the caller
    /// does not record is not recorded here either. Nothing is made where nobody listens.
    public Span begin(@Nullable String caller, String name, SpanKind kind) {
        if (tracer == null) {
            return Span.getInvalid();
        }
        var parent = context(caller);
        return spanContext(parent).isValid()
                ? follow(parent, name, kind)
                : span(Context.root(), name, kind);
    }

    /// A span of the trace that caused what is done; what nobody traced stays so.
    public Span follow(@Nullable String cause, String name, SpanKind kind) {
        return tracer == null || cause == null
                ? Span.getInvalid()
                : follow(context(cause), name, kind);
    }

    private Span follow(Context cause, String name, SpanKind kind) {
        return spanContext(cause).isSampled() ? span(cause, name, kind) : Span.getInvalid();
    }

    private Span span(Context parent, String name, SpanKind kind) {
        return tracer == null
                ? Span.getInvalid()
                : tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
    }

    /// What continues whoever is called or told: the span, or its cause where it is not recorded.
    public static @Nullable String traceparent(Span span, @Nullable String cause) {
        var context = span.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-01"
                : cause;
    }

    /// The place in a trace of what is being done; `null` where nothing is traced.
    public static @Nullable String current(ContextView context) {
        return context.getOrDefault(KEY, null);
    }

    /// The work, at a place in a trace.
    public static <T> Mono<T> at(@Nullable String traceparent, Mono<T> work) {
        return traceparent == null
                ? work
                : work.contextWrite(context -> context.put(KEY, traceparent));
    }

    /// Has a client tell whom it calls for what.
    public WebClient.Builder told(WebClient.Builder client) {
        return tracer == null
                ? client
                : client.filter((request, next) ->
                        Mono.deferContextual(
                                context -> next.exchange(telling(request, current(context)))));
    }

    private static ClientRequest telling(ClientRequest request, @Nullable String traceparent) {
        return traceparent == null
                ? request
                : ClientRequest.from(request).header(TRACEPARENT, traceparent).build();
    }

    /// Writes a line of the log that carries a place in a trace, if there is one.
    public static void logged(@Nullable String traceparent, Runnable line) {
        if (traceparent == null) {
            line.run();
            return;
        }
        var parts = traceparent.split("-", -1);
        try (var _ = MDC.putCloseable("traceId", parts[1]);
                var _ = MDC.putCloseable("spanId", parts[2])) {
            line.run();
        }
    }

    private static Context context(@Nullable String traceparent) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceparent, OneHeader.INSTANCE);
    }

    private static SpanContext spanContext(Context context) {
        return Span.fromContext(context).getSpanContext();
    }

    /// Hands over what was recorded.
    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }

    /// A carrier that is the header's value itself.
    private enum OneHeader implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals(TRACEPARENT) ? traceparent : null;
        }
    }
}
