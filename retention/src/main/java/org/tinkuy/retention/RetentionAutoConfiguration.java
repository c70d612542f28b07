package org.tinkuy.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The job of a service that declares [Retention]s.
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@EnableScheduling
class RetentionAutoConfiguration {

    @Bean
    RemoveExpired removeExpired(
            ObjectProvider<Retention> retentions,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new RemoveExpired(
                retentions.orderedStream().toList(),
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
