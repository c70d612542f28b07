package org.tinkuy.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// The time of a part under test: what its base says, plus what the test let pass.
public final class MovableTime extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    /// Runs like the real one.
    public MovableTime() {
        this(Clock.systemUTC());
    }

    private MovableTime(Clock base) {
        this.base = base;
    }

    public static MovableTime standingAt(Instant instant) {
        return new MovableTime(Clock.fixed(instant, ZoneOffset.UTC));
    }

    public void pass(Duration time) {
        passed.updateAndGet(time::plus);
    }

    /// For what counts nanoseconds from anywhere.
    public long nanos() {
        return passed.get().toNanos();
    }

    public void reset() {
        passed.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(passed.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
