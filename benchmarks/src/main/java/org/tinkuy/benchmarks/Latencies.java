package org.tinkuy.benchmarks;

import java.time.Duration;
import java.util.Arrays;

/// How long each answer took, in nanoseconds.
final class Latencies {

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    static Latencies of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int count() {
        return sorted.length;
    }

    /// The smallest that is not exceeded by this share of all.
    Duration percentile(double percent) {
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return Duration.ofNanos(sorted[Math.max(rank, 1) - 1]);
    }
}
