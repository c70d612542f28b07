package org.tinkuy.telemetry;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Takes out what would observe every stage of every request: without a registry of observations
/// neither the server, nor security, clients, bindings or the gateway make any (decision 26).
final class TelemetryDefaults implements EnvironmentPostProcessor, Ordered {

    /// The registry, and the one auto-configuration that asks for it unasked.
    private static final String OBSERVATIONS =
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration,"
                    + "org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration";

    /// After the part's own files were read.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var endpoint = environment.getProperty("tinkuy.traces.endpoint");
        var traced = new TraceProperties(endpoint, false).endpoint() != null;
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "telemetry",
                                Map.of(
                                        "spring.autoconfigure.exclude",
                                        OBSERVATIONS,
                                        LoggingSystem.EXPECT_CORRELATION_ID_PROPERTY,
                                        traced)));
    }
}
