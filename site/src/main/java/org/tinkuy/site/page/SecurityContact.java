package org.tinkuy.site.page;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Whom to tell of a vulnerability of this installation.
///
/// @param contact as RFC 9116 §2.5.3 wants it; empty: the operator named nobody
@Validated
@ConfigurationProperties("tinkuy.site.security")
record SecurityContact(
        @NotNull
                @Pattern(
                        regexp = "|(?:mailto:[^\\s@]+@[^\\s@]+|https://\\S+|tel:\\S+)",
                        message =
                                "must be an address such as mailto:security@example.org or"
                                        + " https://example.org/security")
                String contact) {

    boolean isKnown() {
        return !contact.isEmpty();
    }
}
