package org.tinkuy.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a delivery becomes after an attempt.
public sealed interface Verdict {

    record Sent(Instant at) implements Verdict {}

    record Failed(Instant at, Failure why, String reason) implements Verdict {}

    /// Too late to be of use, or overtaken by a later fact.
    record Expired(Instant at, String reason) implements Verdict {}

    /// @param refused the mail server refused for good what may pass all the same; `null`: it did
    ///   not
    record Again(Instant notBefore, @Nullable Failure refused, String reason) implements Verdict {

        public Again(Instant notBefore, String reason) {
            this(notBefore, null, reason);
        }
    }

    /// Nobody knows whether it arrived, and sending again would rather annoy than help.
    record LeftUnknown(Instant at, String reason) implements Verdict {}
}
