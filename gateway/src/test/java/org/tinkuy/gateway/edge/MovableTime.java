package org.tinkuy.gateway.edge;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Clock and ticker that stand still until they are moved.
final class MovableTime extends Clock implements Ticker {

    private static final Instant START = Instant.parse("2026-11-22T15:00:00Z");

    private Duration passed = Duration.ZERO;

    void pass(Duration duration) {
        passed = passed.plus(duration);
    }

    @Override
    public Instant instant() {
        return START.plus(passed);
    }

    @Override
    public long read() {
        return passed.toNanos();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
