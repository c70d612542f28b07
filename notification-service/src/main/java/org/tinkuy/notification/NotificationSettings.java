package org.tinkuy.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
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
        @Valid @DefaultValue Smtp smtp,
        @Valid @DefaultValue Delivery delivery) {

    /// @param from the sender that recipients see, as `Name <address>`
    /// @param newsletterFrom the same for newsletters; empty: `from`
    /// @param newsletterDkim where its sender is of another domain; no key: `dkim` is for both
    /// @param unsubscribeMailbox whose readers end subscriptions by hand; empty: nobody does
    public record Mail(
            @NotBlank String from,
            @DefaultValue("") String newsletterFrom,
            @DefaultValue("") String unsubscribeMailbox,
            @Valid @DefaultValue Dkim dkim,
            @Valid @DefaultValue Dkim newsletterDkim) {}

    /// @param key a file with an RSA key in PKCS#8 (PEM); empty: mails are not signed
    /// @param domain empty: the sender's
    public record Dkim(
            @DefaultValue("") String key,
            @DefaultValue("") String selector,
            @DefaultValue("") String domain) {}

    /// @param user empty: the server is not asked to authenticate us
    /// @param rate messages per second at most, codes aside; 0: as fast as it takes them
    /// @param connections at most, a quarter of them for codes alone, though every lane may have
    ///   one; 0: this instance sends nothing
    public record Smtp(
            @DefaultValue("localhost") @NotBlank String host,
            @DefaultValue("1025") @Range(min = 1, max = 65_535) int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("false") boolean tlsRequired,
            @DefaultValue("0") @Min(0) int rate,
            @DefaultValue("200") @Range(max = 1_000) int connections,
            @DefaultValue("5s") Duration connectWithin,
            @DefaultValue("30s") Duration replyWithin,
            @DefaultValue("2m") Duration takenWithin) {

        @AssertTrue(
                message = "TINKUY_SMTP_USER and TINKUY_SMTP_PASSWORD are both set, or neither is.")
        boolean isNamedWithPassword() {
            return user.isEmpty() == password.isEmpty();
        }
    }

    /// @param lease after this silence others take a worker for dead
    /// @param logKept how long it can be seen what became of a delivery
    /// @param toldUntil after a restoration, when the lost system ran last: what was due before may
    ///   have been sent by it; `null`: nothing was restored
    public record Delivery(
            @DefaultValue("10s") Duration lease,
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("400d") @DurationMin(days = 1, message = "must be a day or longer")
                    Duration logKept,
            @Nullable Instant toldUntil) {}
}
