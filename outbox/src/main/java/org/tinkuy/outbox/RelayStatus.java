package org.tinkuy.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// What operators see of the relay: whether this instance leads, what it published, and how long
/// the oldest unpublished message has waited.
final class RelayStatus {

    private final Counter published;
    private volatile boolean working;
    private volatile boolean leading;
    private volatile long oldestSince = -1;

    RelayStatus(MeterRegistry meters) {
        this.published =
                Counter.builder("tinkuy.outbox.published")
                        .description("Messages published by this instance")
                        .register(meters);
        Gauge.builder("tinkuy.outbox.leader", () -> leading ? 1 : 0)
                .description("1 on the instance that relays")
                .register(meters);
        Gauge.builder("tinkuy.outbox.age", () -> oldestAge().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest unpublished message, as the leader knows it")
                .register(meters);
    }

    void published(int messages) {
        published.increment(messages);
        oldestSince = -1;
    }

    void leading(boolean now) {
        leading = now;
        if (!now) {
            oldestSince = -1;
        }
    }

    /// False when the relay's thread is gone: nothing but a restart helps.
    boolean isWorking() {
        return working;
    }

    void working(boolean now) {
        working = now;
    }

    boolean isLeading() {
        return leading;
    }

    void oldest(Duration age) {
        oldestSince = age.isZero() ? -1 : System.nanoTime() - age.toNanos();
    }

    Duration oldestAge() {
        var since = oldestSince;
        return since == -1 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }
}
