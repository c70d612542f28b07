package org.tinkuy.site.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgendaTests {

    private static final Instant FIRST = Instant.parse("2026-01-01T18:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private record Evening(Instant begins, Instant ends) {
        static Evening on(int day, Duration lasting) {
            var begins = FIRST.plus(DAY.multipliedBy(day));
            return new Evening(begins, begins.plus(lasting));
        }
    }

    private final AtomicInteger visited = new AtomicInteger();

    private Agenda<Evening> agenda(List<Evening> evenings) {
        return new Agenda<>(
                evenings,
                Evening::begins,
                evening -> {
                    visited.incrementAndGet();
                    return evening.ends();
                });
    }

    @Test
    void goesThroughNothingThatIsOver() {
        var evenings =
                IntStream.range(0, 10_000)
                        .mapToObj(day -> Evening.on(day, Duration.ofHours(2)))
                        .toList();
        var agenda = agenda(evenings);
        visited.set(0);

        assertThat(agenda.from(FIRST.plus(DAY.multipliedBy(9_000))).limit(4))
                .isEqualTo(evenings.subList(9_000, 9_004));
        assertThat(visited).hasValue(4);
    }

    @Test
    void whatEndsAtThatMomentIsOver() {
        var agenda = agenda(List.of(Evening.on(0, DAY), Evening.on(0, DAY), Evening.on(1, DAY)));

        assertThat(agenda.next(FIRST)).hasValue(Evening.on(0, DAY));
        assertThat(agenda.from(FIRST.plus(DAY))).containsExactly(Evening.on(1, DAY));
        assertThat(agenda.from(FIRST.plus(DAY.multipliedBy(2)))).isEmpty();
    }

    @Test
    void findsWhatIsFoundByGoingThroughAll() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var evenings =
                    IntStream.range(0, random.nextInt(30))
                            .mapToObj(_ ->
                                    Evening.on(
                                            random.nextInt(20),
                                            DAY.multipliedBy(random.nextInt(1, 9))))
                            .toList();
            var now = FIRST.plus(DAY.multipliedBy(random.nextInt(-1, 30)));

            assertThat(agenda(evenings).from(now))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(
                            evenings.stream()
                                    .sorted(Comparator.comparing(Evening::begins))
                                    .filter(evening -> now.isBefore(evening.ends()))
                                    .toList());
        }
    }
}
