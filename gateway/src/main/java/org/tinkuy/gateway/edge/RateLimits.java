package org.tinkuy.gateway.edge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/// One token bucket per limit and network.
///
/// They are wide on purpose: a hub or a mobile carrier is one address for several hundred people.
/// What is narrow (attempts per code, mails per address) is registration-service's to count.
public final class RateLimits {

    /// About 15 MB when full; an attacker needs that many networks to push a bucket out.
    private static final int REMEMBERED_BUCKETS = 50_000;

    private record Key(String network, Rate rate) {}

    /// @param burst so many at once
    /// @param perMinute and so many in the long run
    public record Rate(String name, int burst, int perMinute) {}

    private final LoadingCache<Key, Bucket> buckets;

    public RateLimits(Clock clock) {
        var meter = new ClockMeter(clock);
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED_BUCKETS)
                        .build(key -> fullBucket(key.rate(), meter));
    }

    /// Takes one token and says how long to wait if there was none; zero: go ahead.
    public Duration take(String network, Rate rate) {
        var probe = buckets.get(new Key(network, rate)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private static Bucket fullBucket(Rate rate, TimeMeter meter) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(limit ->
                        limit.capacity(rate.burst())
                                .refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return Math.addExact(now.getEpochSecond() * 1_000_000_000L, now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
