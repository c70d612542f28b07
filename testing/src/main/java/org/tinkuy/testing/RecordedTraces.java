package org.tinkuy.testing;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.tinkuy.telemetry.Traces;

/// Has a part record traces as if somebody listened; what is recorded goes nowhere.
@TestConfiguration(proxyBeanMethods = false)
public class RecordedTraces {

    @Bean
    Traces traces() {
        return new Traces(SdkTracerProvider.builder().build());
    }
}
