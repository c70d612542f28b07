package org.tinkuy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTests {

    @Test
    void takesTheSmallestThatTheShareDoesNotExceed() {
        var latencies = Latencies.of(LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray());
        assertThat(latencies.percentile(50)).isEqualTo(Duration.ofNanos(50));
        assertThat(latencies.percentile(99)).isEqualTo(Duration.ofNanos(99));
        assertThat(latencies.percentile(100)).isEqualTo(Duration.ofNanos(100));
    }

    @Test
    void copesWithFewAndWithNone() {
        assertThat(Latencies.of(new long[] {7}).percentile(99)).isEqualTo(Duration.ofNanos(7));
        assertThat(Latencies.of(new long[0]).percentile(50)).isZero();
    }
}
