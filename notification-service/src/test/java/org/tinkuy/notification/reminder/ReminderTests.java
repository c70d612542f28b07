package org.tinkuy.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;

class ReminderTests {

    private static final SessionId SESSION = new SessionId(UUID.randomUUID());
    private static final Instant START = Instant.parse("2026-11-25T23:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-24T23:00:00Z, 2026-11-25T22:00:00Z",
        "HOUR, 2026-11-25T22:00:00Z, 2026-11-25T22:50:00Z",
        "TEN_MINUTES, 2026-11-25T22:50:00Z, 2026-11-25T23:00:00Z"
    })
    void isDueItsTimeBeforeTheStartAndUsefulUntilTheNextOne(
            ReminderKind kind, Instant due, Instant expires) {
        var reminder = new Reminder(SESSION, kind, START);
        assertThat(reminder.dueAt()).isEqualTo(due);
        assertThat(reminder.expiresAt()).isEqualTo(expires);
        assertThat(reminder.isExpired(expires.minusMillis(1))).isFalse();
        assertThat(reminder.isExpired(expires)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PT48H, 'DAY HOUR TEN_MINUTES'",
        "PT24H1S, 'DAY HOUR TEN_MINUTES'",
        "PT24H, 'HOUR TEN_MINUTES'",
        "PT45M, TEN_MINUTES",
        "PT10M, ''",
        "PT0S, ''",
        "PT-72H, ''"
    })
    void remindsOnlyOfWhatStillLiesAhead(Duration beforeTheStart, String kinds) {
        assertThat(Reminder.ahead(SESSION, START, START.minus(beforeTheStart)))
                .extracting(Reminder::kind)
                .isEqualTo(
                        List.of(kinds.split(" ")).stream()
                                .filter(kind -> !kind.isEmpty())
                                .map(ReminderKind::valueOf)
                                .toList());
    }

    @ParameterizedTest(name = "{0} {1} in {2}")
    @CsvSource({
        // the clocks change in the night before: 24 hours before is another time of day
        "2026-03-29, 18:00, Europe/Madrid, 2026-03-28T16:00:00Z",
        "2026-10-25, 18:00, Europe/Madrid, 2026-10-24T17:00:00Z",
        "2026-03-29, 02:30, Europe/Madrid, 2026-03-28T01:30:00Z",
        "2026-11-25, 18:00, America/Lima, 2026-11-24T23:00:00Z"
    })
    void countsHoursThatPassAndNotThoseOnTheClock(
            LocalDate date, LocalTime starts, ZoneId zone, Instant due) {
        var start = new SessionTimes(date, starts, null, zone).start().orElseThrow().toInstant();
        var day = new Reminder(SESSION, ReminderKind.DAY, start);
        assertThat(day.dueAt()).isEqualTo(due);
        assertThat(Duration.between(day.dueAt(), start)).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @EnumSource(ReminderKind.class)
    void isSpreadOverLessThanTheTimeInWhichItIsOfUse(ReminderKind kind) {
        var reminder = new Reminder(SESSION, kind, START);
        assertThat(reminder.dueAt().plus(kind.spread())).isBefore(reminder.expiresAt());
    }

    @Test
    void isStrictTenMinutesBefore() {
        assertThat(ReminderKind.TEN_MINUTES.spread()).isZero();
    }
}
