package org.tinkuy.notification.newsletter;

import java.time.Duration;
import java.time.Instant;

/// How fast a campaign is handed to the mail server.
public record SendingRate(int perSecond) {

    /// A new sender is trusted slowly by the big receivers; 20 a second is 72,000 an hour.
    static final int USUAL = 20;

    static final int FASTEST = 10_000;

    /// Copies are queued this far ahead and no further: a pause or a farewell finds few of them,
    /// and a relay that was away for an hour is not flooded when it is back.
    static final Duration AHEAD = Duration.ofSeconds(5);

    /// One transaction adds no more.
    static final int AT_ONCE = 1000;

    public SendingRate {
        if (!isPossible(perSecond)) {
            throw new IllegalArgumentException("no rate: " + perSecond);
        }
    }

    static boolean isPossible(int perSecond) {
        return perSecond >= 1 && perSecond <= FASTEST;
    }

    /// When the next copy may go: never in the past, so that a pause is not made up for.
    Instant next(Instant nextSlot, Instant now) {
        return nextSlot.isAfter(now) ? nextSlot : now;
    }

    /// How many copies may be queued now.
    ///
    /// @param waiting queued before and not tried yet
    int room(long waiting, Instant nextSlot, Instant now) {
        var free = Duration.between(next(nextSlot, now), now.plus(AHEAD));
        var slots = free.isNegative() ? 0 : Math.ceilDiv(free.toMillis() * perSecond, 1000L);
        var queue = Math.max(1, AHEAD.toSeconds() * perSecond) - waiting;
        return Math.clamp(Math.min(slots, queue), 0, AT_ONCE);
    }

    /// When the next copy may go after so many others.
    Instant after(long copies, Instant first) {
        return first.plusNanos(copies * Duration.ofSeconds(1).toNanos() / perSecond);
    }

    public Duration timeFor(long copies) {
        return Duration.ofSeconds(Math.ceilDiv(copies, (long) perSecond));
    }
}
