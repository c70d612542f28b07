package org.tinkuy.registration.identity;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;
import org.tinkuy.email.EmailAddress;

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
        String organiser) {

    @AssertTrue(message = "set TINKUY_ORGANISER to an e-mail address")
    boolean isOrganiserAnAddress() {
        return EmailAddress.parse(organiser).isPresent();
    }

    EmailAddress organiserAddress() {
        return EmailAddress.parse(organiser).orElseThrow();
    }

    /// The secret stays out of logs.
    @Override
    public String toString() {
        return "IdentityProperties[organiser=" + organiser + "]";
    }
}
