package org.tinkuy.notification.delivery;

import java.time.Duration;

/// How long a deferred message rests: doubling, so that a busy server is left alone.
///
/// What is useless after minutes never rests longer than half a minute. Greylisting servers (RFC
/// 6647 §2.4) accept a retry after one to five minutes, which the others' doubling passes through.
final class RetryDelay {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST_OF_THE_URGENT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WITHIN_THE_HOUR = Duration.ofMinutes(4);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS_UNTIL_LONGEST = 12;

    private RetryDelay() {}

    static Duration after(int attempts, Lane lane) {
        var longest =
                switch (lane) {
                    case CODES, TEN_MINUTES -> LONGEST_OF_THE_URGENT;
                    case HOUR -> LONGEST_WITHIN_THE_HOUR;
                    case NOTICES, DAY, NEWSLETTER -> LONGEST;
                };
        var doublings = Math.clamp(attempts - 1, 0, DOUBLINGS_UNTIL_LONGEST);
        var delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(longest) > 0 ? longest : delay;
    }
}
