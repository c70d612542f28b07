package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendingRateTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @Test
    void queuesNoMoreThanAFewSecondsAhead() {
        assertThat(new SendingRate(20).room(0, NOW, NOW)).isEqualTo(100);
        assertThat(new SendingRate(1).room(0, NOW, NOW)).isEqualTo(5);
        assertThat(new SendingRate(10_000).room(0, NOW, NOW)).isEqualTo(SendingRate.AT_ONCE);
    }

    @Test
    void goesOnWhereItWas() {
        var rate = new SendingRate(20);
        assertThat(rate.room(0, NOW.plusSeconds(4), NOW)).isEqualTo(20);
        assertThat(rate.room(0, NOW.plusSeconds(5), NOW)).isZero();
        assertThat(rate.room(0, NOW.plusSeconds(60), NOW)).isZero();
        assertThat(rate.next(NOW.plusSeconds(4), NOW)).isEqualTo(NOW.plusSeconds(4));
    }

    @Test
    void doesNotMakeUpForTimeThatPassed() {
        var rate = new SendingRate(20);
        assertThat(rate.next(NOW.minusSeconds(3600), NOW)).isEqualTo(NOW);
        assertThat(rate.room(0, NOW.minusSeconds(3600), NOW)).isEqualTo(100);
    }

    /// While the relay is away nothing leaves, and so nothing is added.
    @Test
    void waitsForTheQueueToBecomeShorter() {
        var rate = new SendingRate(20);
        assertThat(rate.room(100, NOW, NOW)).isZero();
        assertThat(rate.room(95, NOW, NOW)).isEqualTo(5);
        assertThat(rate.room(10_000, NOW, NOW)).isZero();
    }

    @Test
    void saysHowLongAListTakes() {
        assertThat(new SendingRate(20).timeFor(5_001)).isEqualTo(Duration.ofSeconds(251));
    }
}
