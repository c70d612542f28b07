package org.tinkuy.registration.registration;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings under `tinkuy.registration`.
///
/// @param batch the most commands that are decided in one transaction
/// @param inFlight transactions at a time: while one waits for the disk, the next one is filled
/// @param queue the most commands that may wait; above it the answer is 503
/// @param seatTasks how often what follows from published sessions is looked for
/// @param sweep how often expired holds and left-over confirmations are looked for
@Validated
@ConfigurationProperties("tinkuy.registration")
record RegistrationProperties(
        @DefaultValue("500") @Positive int batch,
        @DefaultValue("2") @Positive int inFlight,
        @DefaultValue("5000") @Positive int queue,
        @DefaultValue("PT0.5S") @DurationMin(millis = 10, message = "must be 10ms or longer")
                Duration seatTasks,
        @DefaultValue("PT2S") @DurationMin(millis = 10, message = "must be 10ms or longer")
                Duration sweep) {}
