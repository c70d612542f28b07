package org.tinkuy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class TracesTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String RECORDED = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String NOT_RECORDED = "00-" + TRACE + "-00f067aa0ba902b7-00";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Traces traces =
            new Traces(
                    SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                            .build());

    @Test
    void followsWhatCausedIt() {
        traces.follow(RECORDED, "mail", SpanKind.CLIENT).end();
        assertThat(spans.getFinishedSpanItems())
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.getTraceId()).isEqualTo(TRACE);
                    assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
                    assertThat(span.getName()).isEqualTo("mail");
                });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {NOT_RECORDED, "", "00-nonsense-01"})
    void recordsNothingOfWhatNobodyTraced(@Nullable String cause) {
        var span = traces.follow(cause, "mail", SpanKind.CLIENT);
        span.end();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
        assertThat(Traces.traceparent(span, cause)).isEqualTo(cause);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "00-nonsense-01"})
    void beginsATraceWhereTheCallerNamesNone(@Nullable String caller) {
        var span = traces.begin(caller, "GET", SpanKind.SERVER);
        assertThat(Traces.traceparent(span, caller))
                .isEqualTo(
                        "00-%s-%s-01",
                        span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId());
        assertThat(span.isRecording()).isTrue();
    }

    @Test
    void doesNotRecordWhatTheCallerDoesNot() {
        var span = traces.begin(NOT_RECORDED, "GET", SpanKind.SERVER);
        assertThat(span.isRecording()).isFalse();
        assertThat(Traces.traceparent(span, NOT_RECORDED)).isEqualTo(NOT_RECORDED);
    }

    @Test
    void makesNothingWhereNobodyListens() {
        assertThat(Traces.NONE.follow(RECORDED, "mail", SpanKind.CLIENT))
                .isSameAs(Span.getInvalid());
        assertThat(Traces.traceparent(Span.getInvalid(), RECORDED)).isEqualTo(RECORDED);
    }

    @Test
    void carriesAPlaceInReactorsContext() {
        var asked = Mono.deferContextual(context -> Mono.justOrEmpty(Traces.current(context)));
        assertThat(Traces.at(RECORDED, asked).block()).isEqualTo(RECORDED);
        assertThat(asked.blockOptional()).isEmpty();
    }
}
