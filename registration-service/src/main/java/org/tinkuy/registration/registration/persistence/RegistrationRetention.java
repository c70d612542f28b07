package org.tinkuy.registration.registration.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.registration.seats.Hold;
import org.tinkuy.retention.Retention;

/// What was answered is kept for longer than a client repeats a request.
@Configuration(proxyBeanMethods = false)
class RegistrationRetention {

    private static final Duration ANSWERS = Duration.ofDays(3);

    @Bean
    Retention idempotencyKeyRetention(DatabaseClient database) {
        return Retention.ofRows(database, "idempotency_keys", ANSWERS, "answered_at < :limit");
    }

    @Bean
    Retention repeatedRequestRetention(DatabaseClient database) {
        return Retention.ofRows(
                database, "repeated_requests", Hold.REMEMBERED, "held_until < :limit");
    }
}
