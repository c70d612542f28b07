package org.tinkuy.site;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl where browsers find the site; `https` makes cookies Secure
/// @param registrationUrl where registration-service answers
/// @param registrationInnerUrl where it answers other services
/// @param sessionUrl where session-service answers
/// @param notificationUrl where notification-service answers
/// @param answersWithin how long a page waits for another service
/// @param seatsWithin how long a page waits for the number of seats left before it does without
@Validated
@ConfigurationProperties("tinkuy.site")
public record SiteProperties(
        @NotNull URI publicUrl,
        @NotNull URI registrationUrl,
        @NotNull URI registrationInnerUrl,
        @NotNull URI sessionUrl,
        @NotNull URI notificationUrl,
        @NotNull Duration answersWithin,
        @NotNull Duration seatsWithin) {

    public boolean isSecure() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
