package org.tinkuy.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RemoveExpiredTests {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = NOON;

    @Test
    void goesOnPageByPageUntilNothingIsLeft() {
        var visits = new Table("visits", RemoveExpired.PAGE * 2L + 3);

        job(visits).round().block();

        assertThat(visits.left).isZero();
        assertThat(visits.limits).hasSize(3);
        assertThat(removed("visits")).isEqualTo(RemoveExpired.PAGE * 2.0 + 3);
    }

    @Test
    void everyRoundReadsTheClock() {
        var visits = new Table("visits", 1);
        var job = job(visits);
        var round = job.round();

        round.block();
        now = NOON.plus(Duration.ofDays(1));
        round.block();

        assertThat(visits.limits)
                .containsExactly(
                        NOON.minus(visits.keep()),
                        NOON.plus(Duration.ofDays(1)).minus(visits.keep()));
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthers() {
        var broken = new Table("stands", -1);
        var visits = new Table("visits", 5);

        job(broken, visits).round().block();

        assertThat(visits.left).isZero();
        assertThat(removed("stands")).isZero();
    }

    private RemoveExpired job(Retention... retentions) {
        return new RemoveExpired(List.of(retentions), new MovedClock(), meters);
    }

    private double removed(String table) {
        return meters.counter("tinkuy.retention.removed", "table", table).count();
    }

    /// A number of rows; below zero, they cannot be removed.
    private static final class Table implements Retention {

        private final String name;
        private final List<Instant> limits = new ArrayList<>();
        private long left;

        Table(String name, long left) {
            this.name = name;
            this.left = left;
        }

        @Override
        public String table() {
            return name;
        }

        @Override
        public Duration keep() {
            return Duration.ofHours(2);
        }

        @Override
        public Mono<Long> remove(Instant limit, int atMost) {
            if (left < 0) {
                return Mono.error(new IllegalStateException("locked"));
            }
            limits.add(limit);
            var removed = Math.min(left, atMost);
            left -= removed;
            return Mono.just(removed);
        }
    }

    private final class MovedClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
