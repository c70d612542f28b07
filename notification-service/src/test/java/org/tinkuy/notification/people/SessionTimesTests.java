package org.tinkuy.notification.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The instants that session-service derives, derived here.
class SessionTimesTests {

    @ParameterizedTest(name = "{0} {1} in {2} is {3}")
    @CsvSource({
        // no daylight saving time
        "2026-11-25, 18:00, America/Lima, 2026-11-25T23:00:00Z",
        // the clocks skip 02:00-03:00: counted by the offset before
        "2026-03-29, 02:30, Europe/Madrid, 2026-03-29T01:30:00Z",
        "2026-03-29, 03:30, Europe/Madrid, 2026-03-29T01:30:00Z",
        // 02:00-03:00 comes twice: the first
        "2026-10-25, 02:30, Europe/Madrid, 2026-10-25T00:30:00Z",
        "2026-10-25, 03:00, Europe/Madrid, 2026-10-25T02:00:00Z",
        // midnight itself is skipped
        "2026-09-06, 00:00, America/Santiago, 2026-09-06T04:00:00Z",
        // by half an hour
        "2026-10-04, 02:15, Australia/Lord_Howe, 2026-10-03T15:45:00Z"
    })
    void derivesTheStartWhereClocksChange(
            LocalDate date, LocalTime starts, ZoneId zone, Instant instant) {
        assertThat(new SessionTimes(date, starts, null, zone).start())
                .map(ZonedDateTime::toInstant)
                .contains(instant);
    }

    @ParameterizedTest(name = "{0} {1}-{2} in {3} ends at {4}")
    @CsvSource({
        "2026-11-25, 18:00, 20:00, America/Lima, 2026-11-26T01:00:00Z",
        "2026-11-25, 23:00, 01:00, America/Lima, 2026-11-26T06:00:00Z",
        // starts in the gap, at what is 03:30, and lasts half an hour
        "2026-03-29, 02:30, 03:00, Europe/Madrid, 2026-03-29T02:00:00Z",
        "2026-10-25, 01:00, 04:00, Europe/Madrid, 2026-10-25T03:00:00Z"
    })
    void neverEndsBeforeItStarts(
            LocalDate date, LocalTime starts, LocalTime ends, ZoneId zone, Instant instant) {
        assertThat(new SessionTimes(date, starts, ends, zone).end())
                .map(ZonedDateTime::toInstant)
                .contains(instant);
    }

    @ParameterizedTest
    @CsvSource({",", "2026-11-25,"})
    void hasNoInstantsAsLongAsTheTimeIsToBeAnnounced(LocalDate date, LocalTime starts) {
        var times = new SessionTimes(date, starts, null, ZoneId.of("America/Lima"));
        assertThat(times.start()).isEmpty();
        assertThat(times.end()).isEmpty();
    }
}
