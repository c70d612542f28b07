package org.tinkuy.notification.newsletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;

/// One line of the log that proves what somebody agreed to. Lines are only ever added.
///
/// @param version of the [ConsentText] that was read; `null` where none was (one click in a mail
///   program)
/// @param language in which it was read
public record Consent(
        SubscriptionId subscription,
        What what,
        How how,
        @Nullable String version,
        Language language,
        Instant at) {

    public enum What {
        ASKED,
        CONFIRMED,
        UNSUBSCRIBED
    }

    public enum How {
        FORM,
        /// The button of the page that a mail's link opens.
        PAGE,
        /// RFC 8058, by a mail program.
        ONE_CLICK,
        /// Somebody of the programme, such as for a person who telephoned.
        ORGANISER
    }
}
