package org.tinkuy.registration.registration;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.batch.GroupCommitSettings;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.PoolId;

@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    /// For so long a registration waits for seats that somebody else holds.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    GroupCommit<PoolId, Command, Reply> groupCommit(
            SeatBatches work,
            TransactionalOperator transaction,
            RegistrationProperties properties,
            MeterRegistry meters) {
        return new GroupCommit<>(
                work,
                transaction,
                new GroupCommitSettings(
                        "tinkuy.registration",
                        properties.batch(),
                        properties.inFlight(),
                        properties.queue(),
                        PATIENCE),
                RegistrationOverloaded::new,
                meters);
    }
}
