package org.tinkuy.inbox;

import java.time.Duration;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/// How a message whose dependency is down is tried again: without end.
///
/// @param longest far below Kafka's `max.poll.interval.ms`, for the listener's thread waits
record InboxRetry(Duration first, Duration longest) {

    InboxRetry() {
        this(Duration.ofMillis(200), Duration.ofSeconds(10));
    }

    BackOff backOff() {
        var backOff = new ExponentialBackOff(first.toMillis(), 2);
        backOff.setMaxInterval(longest.toMillis());
        return backOff;
    }
}
