package org.tinkuy.registration.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param signInSecret what codes and browser secrets are derived from; notification-service has
///   the same one
/// @param organiser the address that becomes owner when it is confirmed
@Validated
@ConfigurationProperties("tinkuy.identity")
public record IdentityProperties(
        @Size(
                        min = 32,
                        message =
                                "set TINKUY_SIGN_IN_SECRET to at least 32 characters, the same in"
                                        + " registration-service and notification-service")
                String signInSecret,
        @NotBlank(message = "set TINKUY_ORGANISER to the first organiser's address")
                String organiser) {

    /// The secret stays out of logs.
    @Override
    public String toString() {
        return "IdentityProperties[organiser=" + organiser + "]";
    }
}
