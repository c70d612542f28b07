package org.tinkuy.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// What an operator sees of each request.
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@EnableConfigurationProperties(TraceProperties.class)
class TelemetryAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Traces traces(
            TraceProperties properties, @Value("${spring.application.name:unnamed}") String part) {
        var endpoint = properties.endpoint();
        return endpoint == null ? Traces.NONE : new Traces(sender(endpoint, part));
    }

    /// Sends in batches, on a thread of its own, and drops what the endpoint does not take.
    private static SdkTracerProvider sender(String endpoint, String part) {
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build();
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder().put("service.name", part).build())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    @Bean
    RequestTimes requestTimes(ObjectProvider<MeterRegistry> meters) {
        return new RequestTimes(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    ServedRequests requestTelemetry(Traces traces, TraceProperties properties, RequestTimes times) {
        return new ServedRequests(traces, times, properties.beginHere());
    }
}
