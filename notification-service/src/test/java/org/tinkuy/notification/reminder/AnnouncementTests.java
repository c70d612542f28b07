package org.tinkuy.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.notification.people.SessionTimes;

class AnnouncementTests {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 18:00, 20:00, 2026-11-26T01:00:00Z",
        "2026-11-25, 18:00, , 2026-11-25T23:00:00Z",
        "2026-11-25, , , 2026-11-26T05:00:00Z",
        ", , ,"
    })
    void isOverAtItsEndAsFarAsThatIsKnown(
            LocalDate date, LocalTime starts, LocalTime ends, Instant over) {
        var announced = new Announcement(new SessionTimes(date, starts, ends, LIMA), null);
        assertThat(announced.overAt().orElse(null)).isEqualTo(over);
    }
}
