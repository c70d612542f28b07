package org.tinkuy.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tinkuy.gateway.edge.RateLimits.Rate;
import org.tinkuy.testing.MovableTime;

class RateLimitsTests {

    private static final Rate CODES = new Rate("codes", 3, 6);
    private static final Rate MAIL = new Rate("mail", 1, 60);

    private final MovableTime time = MovableTime.standingAt(Instant.parse("2026-11-22T15:00:00Z"));
    private final RateLimits limits = new RateLimits(time);

    @Test
    void letsABurstPassAndTellsHowLongToWaitThen() {
        for (var i = 0; i < CODES.burst(); i++) {
            assertThat(limits.take("203.0.113.9", CODES)).isZero();
        }
        assertThat(limits.take("203.0.113.9", CODES)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void refillsWithTime() {
        for (var i = 0; i < CODES.burst(); i++) {
            limits.take("203.0.113.9", CODES);
        }
        time.pass(Duration.ofSeconds(10));
        assertThat(limits.take("203.0.113.9", CODES)).isZero();
        assertThat(limits.take("203.0.113.9", CODES)).isPositive();
    }

    @Test
    void countsEachNetworkAndEachLimitApart() {
        assertThat(limits.take("203.0.113.9", MAIL)).isZero();
        assertThat(limits.take("203.0.113.9", MAIL)).isPositive();
        assertThat(limits.take("203.0.113.10", MAIL)).isZero();
        assertThat(limits.take("203.0.113.9", CODES)).isZero();
    }

    @Test
    void hasRoomForAHubOfSeveralHundredPeople() {
        var asShipped = new Rate("mail", 1200, 600);
        for (var person = 0; person < 800; person++) {
            assertThat(limits.take("203.0.113.9", asShipped)).isZero();
        }
    }
}
