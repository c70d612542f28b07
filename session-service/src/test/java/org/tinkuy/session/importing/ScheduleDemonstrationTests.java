package org.tinkuy.session.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.session.schedule.SessionKind;

class ScheduleDemonstrationTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T15:00:00Z",
                "2026-11-22T15:00:01Z",
                "2026-11-22T15:04:59Z",
                "2026-11-22T04:30:00Z",
                "2026-11-22T04:20:00.5Z",
                "2026-11-22T03:40:00Z"
            })
    void startsWithinTheHourOnAFullFiveMinutesAndLastsAnHour(Instant now) {
        var plan = ScheduleDemonstration.plan(now);

        var zone = ScheduleDemonstration.ZONE;
        var startsAt = Objects.requireNonNull(plan.times().startsAt(zone));
        assertThat(Duration.between(now, startsAt))
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(35));
        assertThat(startsAt.getEpochSecond() % 300).isZero();
        assertThat(plan.times().endsAt(zone)).isEqualTo(startsAt.plus(Duration.ofHours(1)));
        assertThat(plan.kind()).isEqualTo(SessionKind.WORKSHOP);
    }
}
