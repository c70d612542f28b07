package org.tinkuy.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param signInSecret shared with registration-service: both derive the codes from it
/// @param publicUrl where people reach the site; links in mails begin with it
@Validated
@ConfigurationProperties("tinkuy")
public record NotificationSettings(
        @NotNull @Size(min = 32, message = "TINKUY_SIGN_IN_SECRET must have at least 32 characters")
                String signInSecret,
        @NotNull URI publicUrl,
        @Valid Mail mail,
        @Valid @DefaultValue Delivery delivery) {

    /// @param from the sender that recipients see, as `Name <address>`
    public record Mail(@NotBlank String from) {}

    /// @param workersPerLane also the mail server's connections per lane
    /// @param lease after this silence others take a worker for dead
    public record Delivery(
            @DefaultValue("2") @Min(0) @Max(16) int workersPerLane,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("500ms") Duration poll) {}
}
