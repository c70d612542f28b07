package org.tinkuy.notification.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.people.SampleSessions.aPlenaryOn;
import static org.tinkuy.notification.people.SampleSessions.aSessionAt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class SessionDetailsTests {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void startsAtTheLocalTimeOfTheEvent() {
        assertThat(aPlenaryOn("2026-11-25").start().map(ZonedDateTime::toInstant))
                .contains(Instant.parse("2026-11-25T23:00:00Z"));
    }

    @Test
    void goesOnPastMidnight() {
        var night =
                aSessionAt(
                        LocalDate.parse("2026-11-25"),
                        LocalTime.of(22, 0),
                        LocalTime.of(1, 0),
                        MADRID);
        assertThat(night.end().map(ZonedDateTime::toLocalDate))
                .contains(LocalDate.parse("2026-11-26"));
    }

    @Test
    void startsAfterTheGapWhenItsHourIsSkipped() {
        var skipped = aSessionAt(LocalDate.parse("2027-03-28"), LocalTime.of(2, 30), null, MADRID);
        assertThat(skipped.start().map(ZonedDateTime::toInstant))
                .contains(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void hasNoStartBeforeItsTimeIsAnnounced() {
        assertThat(aSessionAt(LocalDate.parse("2026-11-25"), null, null, MADRID).start()).isEmpty();
        assertThat(aSessionAt(null, null, null, MADRID).start()).isEmpty();
    }
}
