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

    private static final Duration ACTS_ABOUT_NOBODY = Duration.ofDays(1);
    private static final Duration ANSWERS = Duration.ofDays(3);

    @Bean
    Retention idempotencyKeyRetention(DatabaseClient database) {
        return Retention.ofRows(database, "idempotency_keys", ANSWERS, "answered_at < :limit");
    }

    /// Notes and former names say something of a person; who is erased is not found any more.
    @Bean
    Retention registrationActRetention(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "registration_acts",
                ACTS_ABOUT_NOBODY,
                """
                at < :limit and not exists (
                    select from registrations r
                    join people_to_find p on p.attendee_id = r.attendee_id
                    where r.id = registration_acts.registration_id)
                """);
    }

    @Bean
    Retention repeatedRequestRetention(DatabaseClient database) {
        return Retention.ofRows(
                database, "repeated_requests", Hold.REMEMBERED, "held_until < :limit");
    }
}
