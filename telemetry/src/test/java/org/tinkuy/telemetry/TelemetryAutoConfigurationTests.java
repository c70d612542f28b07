package org.tinkuy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

class TelemetryAutoConfigurationTests {

    private final ReactiveWebApplicationContextRunner part =
            new ReactiveWebApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(TelemetryAutoConfiguration.class))
                    .withPropertyValues("spring.application.name=stand-service");

    @ParameterizedTest
    @ValueSource(strings = {"", "false"})
    void recordsNothingWithoutAnEndpoint(String nowhere) {
        part.withPropertyValues("tinkuy.traces.endpoint=" + nowhere)
                .run(context -> assertThat(context.getBean(Traces.class)).isSameAs(Traces.NONE));
    }

    @Test
    void recordsForAnEndpoint() {
        part.withPropertyValues("tinkuy.traces.endpoint=http://127.0.0.1:1/v1/traces")
                .run(context ->
                        assertThat(
                                        context.getBean(Traces.class)
                                                .begin(null, "GET", SpanKind.SERVER)
                                                .isRecording())
                                .isTrue());
    }

    @Test
    void refusesAnEndpointThatIsNone() {
        part.withPropertyValues("tinkuy.traces.endpoint=collector:4318")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("TINKUY_OTLP_ENDPOINT"));
    }

    @SpringBootApplication
    static class Stand {}

    @Test
    void nothingIsObservedInAPart() {
        var part = new SpringApplication(Stand.class);
        try (var context = part.run("--spring.application.name=stand-service", "--server.port=0")) {
            assertThat(context.getBeanProvider(ObservationRegistry.class).stream()).isEmpty();
            assertThat(context.getBeanProvider(ServedRequests.class).stream()).hasSize(1);
        }
    }
}
