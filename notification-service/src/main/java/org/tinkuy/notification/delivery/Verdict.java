package org.tinkuy.notification.delivery;

import java.time.Instant;

/// What a delivery becomes after an attempt.
public sealed interface Verdict {

    record Sent(Instant at) implements Verdict {}

    record Failed(Instant at, String reason) implements Verdict {}

    /// Too late to be of use, or overtaken by a later fact.
    record Expired(Instant at, String reason) implements Verdict {}

    record Again(Instant notBefore, String reason) implements Verdict {}

    /// Nobody knows whether it arrived, and sending again would rather annoy than help.
    record LeftUnknown(Instant at, String reason) implements Verdict {}
}
