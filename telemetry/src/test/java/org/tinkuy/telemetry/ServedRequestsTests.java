package org.tinkuy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

class ServedRequestsTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Traces recorded =
            new Traces(
                    SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                            .build());
    private final AtomicReference<@Nullable String> place = new AtomicReference<>();

    private Mono<Void> served(
            Traces traces, boolean beginHere, MockServerHttpRequest request, WebHandler handler) {
        var filter = new ServedRequests(traces, new RequestTimes(meters), beginHere);
        return WebHttpHandlerBuilder.webHandler(handler)
                .filter(filter)
                .exceptionHandler((exchange, _) -> {
                    exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
                    return exchange.getResponse().setComplete();
                })
                .build()
                .handle(request, new MockServerHttpResponse());
    }

    private Mono<Void> answer(ServerWebExchange exchange) {
        return Mono.deferContextual(context -> {
            place.set(Traces.current(context));
            assertThat(TracedRequest.traceparent(exchange)).isEqualTo(place.get());
            route(exchange);
            exchange.getResponse().setStatusCode(HttpStatus.CREATED);
            return Mono.empty();
        });
    }

    private static void route(ServerWebExchange exchange) {
        exchange.getAttributes()
                .put(
                        HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
                        PathPatternParser.defaultInstance.parse("/stands/{id}"));
    }

    private static MockServerHttpRequest aRequest() {
        return MockServerHttpRequest.post("/stands/7").build();
    }

    @Test
    void timesEachKindOfRequest() {
        served(Traces.NONE, false, aRequest(), this::answer).block();
        served(Traces.NONE, false, aRequest(), this::answer).block();
        assertThat(timers())
                .containsExactly("http.server.requests method=POST status=201 uri=/stands/{id}");
        assertThat(meters.get("http.server.requests").timer().count()).isEqualTo(2);
    }

    @Test
    void countsAFailureUnderWhatIsAnswered() {
        served(Traces.NONE, false, aRequest(), _ -> Mono.error(new IllegalStateException()))
                .block();
        assertThat(timers())
                .containsExactly("http.server.requests method=POST status=503 uri=UNKNOWN");
    }

    @Test
    void countsWhoGoesAwayBeforeTheAnswer() {
        served(Traces.NONE, false, aRequest(), _ -> Mono.never()).subscribe().dispose();
        assertThat(timers())
                .containsExactly("http.server.requests method=POST status=499 uri=UNKNOWN");
    }

    @Test
    void countsMethodsThatSomebodyMadeUpAsOne() {
        for (var method : new String[] {"BREW", "WHEN"}) {
            var request =
                    MockServerHttpRequest.method(HttpMethod.valueOf(method), "/stands/7").build();
            served(Traces.NONE, false, request, this::answer).block();
        }
        assertThat(timers())
                .containsExactly("http.server.requests method=UNKNOWN status=201 uri=/stands/{id}");
    }

    @Test
    void tracesNothingWhereNobodyListens() {
        served(Traces.NONE, false, traced("01"), this::answer).block();
        assertThat(place).hasNullValue();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void goesOnInTheCallersTrace() {
        served(recorded, false, traced("01"), this::answer).block();
        assertThat(spans.getFinishedSpanItems())
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.getName()).isEqualTo("POST /stands/{id}");
                    assertThat(span.getTraceId()).isEqualTo(TRACE);
                    assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
                    assertThat(place).hasValue("00-" + TRACE + "-" + span.getSpanId() + "-01");
                });
    }

    @Test
    void doesNotRecordWhatTheCallerDoesNot() {
        served(recorded, false, traced("00"), this::answer).block();
        assertThat(place).hasValue("00-" + TRACE + "-00f067aa0ba902b7-00");
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void beginsATraceWhereNoStrangerMayNameOne() {
        served(recorded, true, traced("01"), this::answer).block();
        assertThat(spans.getFinishedSpanItems())
                .singleElement()
                .satisfies(span -> assertThat(span.getTraceId()).isNotEqualTo(TRACE));
    }

    @Test
    void recordsAFailureWithItsCause() {
        served(recorded, false, aRequest(), _ -> Mono.error(new IllegalStateException("torn")))
                .block();
        assertThat(spans.getFinishedSpanItems())
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
                    assertThat(span.getEvents().getFirst().getName()).isEqualTo("exception");
                });
    }

    private static MockServerHttpRequest traced(String flags) {
        return MockServerHttpRequest.post("/stands/7")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-" + flags)
                .build();
    }

    private List<String> timers() {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .map(ServedRequestsTests::line)
                .toList();
    }

    private static String line(Meter.Id id) {
        return id.getName()
                + id.getTags().stream()
                        .sorted()
                        .map(tag -> " " + tag.getKey() + "=" + tag.getValue())
                        .collect(Collectors.joining());
    }
}
