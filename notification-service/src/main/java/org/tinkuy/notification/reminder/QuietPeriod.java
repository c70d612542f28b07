package org.tinkuy.notification.reminder;

import java.time.Duration;
import java.time.Instant;

/// How long organisers must have left a session alone before people are told where it went: an
/// organiser who corrects a slip at once has told nobody about it.
final class QuietPeriod {

    static final Duration AFTER_THE_LATEST_CHANGE = Duration.ofSeconds(60);

    /// Whoever never stops changing does not keep people waiting for ever.
    static final Duration AFTER_THE_FIRST_CHANGE = Duration.ofMinutes(5);

    private QuietPeriod() {}

    static Instant over(Instant firstChange, Instant latestChange) {
        var quiet = latestChange.plus(AFTER_THE_LATEST_CHANGE);
        var longest = firstChange.plus(AFTER_THE_FIRST_CHANGE);
        return quiet.isBefore(longest) ? quiet : longest;
    }
}
