package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTimesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "America/Lima, 2026-11-25, 18:00, 20:00, 2026-11-25T23:00:00Z, 2026-11-26T01:00:00Z",
        "Africa/Ouagadougou, 2026-11-25, 18:00, 20:00, 2026-11-25T18:00:00Z, 2026-11-25T20:00:00Z",
        "Africa/Bamako, 2026-07-01, 09:00, 12:30, 2026-07-01T09:00:00Z, 2026-07-01T12:30:00Z",
        "Africa/Niamey, 2026-07-01, 09:00, 12:30, 2026-07-01T08:00:00Z, 2026-07-01T11:30:00Z",
        "Africa/Abidjan, 2026-12-31, 22:00, 01:00, 2026-12-31T22:00:00Z, 2027-01-01T01:00:00Z",
        "Europe/Madrid, 2026-07-01, 18:00, 20:00, 2026-07-01T16:00:00Z, 2026-07-01T18:00:00Z",
        "Europe/Madrid, 2026-12-01, 18:00, 20:00, 2026-12-01T17:00:00Z, 2026-12-01T19:00:00Z",
        "Africa/Casablanca, 2026-11-25, 18:00, 20:00, 2026-11-25T17:00:00Z, 2026-11-25T19:00:00Z",
    })
    void derivesInstantsFromWhatTheClockOnTheWallSays(
            ZoneId zone,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            Instant startsAt,
            Instant endsAt) {
        var times = new SessionTimes(date, starts, ends);

        assertThat(times.startsAt(zone)).isEqualTo(startsAt);
        assertThat(times.endsAt(zone)).isEqualTo(endsAt);
    }

    @Test
    void countsASkippedHourByTheOffsetBeforeTheGap() {
        var times = berlin("2026-03-29", "02:30", "04:30");

        assertThat(times.startsAt(BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(times.endsAt(BERLIN)).isEqualTo("2026-03-29T02:30:00Z");
    }

    @Test
    void lastsAsLongAsItsLocalTimesSayWhenASkippedHourWouldTurnStartAndEndAround() {
        var times = berlin("2026-03-29", "02:30", "03:00");

        assertThat(times.startsAt(BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(times.endsAt(BERLIN)).isEqualTo("2026-03-29T02:00:00Z");
    }

    @Test
    void takesTheFirstOfAnHourThatComesTwice() {
        var times = berlin("2026-10-25", "02:00", "02:30");

        assertThat(times.startsAt(BERLIN)).isEqualTo("2026-10-25T00:00:00Z");
        assertThat(times.endsAt(BERLIN)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void isAnHourLongerAcrossTheNightInWhichAnHourComesTwice() {
        var times = berlin("2026-10-24", "23:00", "05:00");

        assertThat(Duration.between(times.startsAt(BERLIN), times.endsAt(BERLIN)))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void belongsToTheNextDayWhenTheEndIsEarlierThanTheStart() {
        var times =
                new SessionTimes(
                        LocalDate.parse("2026-11-22"),
                        LocalTime.parse("23:40"),
                        LocalTime.parse("00:40"));

        assertThat(times.endsAt(ZoneId.of("America/Lima"))).isEqualTo("2026-11-23T05:40:00Z");
    }

    @Test
    void hasNoInstantsWhileAnythingIsToBeAnnounced() {
        var lima = ZoneId.of("America/Lima");
        var day = LocalDate.parse("2026-11-28");
        var six = LocalTime.parse("18:00");

        assertThat(SessionTimes.TO_BE_ANNOUNCED.startsAt(lima)).isNull();
        assertThat(new SessionTimes(day, null, null).startsAt(lima)).isNull();
        assertThat(new SessionTimes(null, six, null).startsAt(lima)).isNull();
        assertThat(new SessionTimes(day, six, null).startsAt(lima))
                .isEqualTo("2026-11-28T23:00:00Z");
        assertThat(new SessionTimes(day, six, null).endsAt(lima)).isNull();
    }

    @Test
    void refusesAnEndWithoutAStartAndASessionWithoutLength() {
        var six = LocalTime.parse("18:00");

        assertThatThrownBy(() -> new SessionTimes(null, null, six))
                .isInstanceOf(ImpossibleTimes.class);
        assertThatThrownBy(() -> new SessionTimes(null, six, six))
                .isInstanceOf(ImpossibleTimes.class);
    }

    @Test
    void refusesSeconds() {
        var six = LocalTime.parse("18:00");
        var later = LocalTime.parse("18:00:01");
        assertThatThrownBy(() -> new SessionTimes(null, later, null))
                .isInstanceOfSatisfying(
                        ImpossibleTimes.class,
                        times -> assertThat(times.error().field()).isEqualTo("starts"));
        assertThatThrownBy(() -> new SessionTimes(null, six, later))
                .isInstanceOfSatisfying(
                        ImpossibleTimes.class,
                        times -> assertThat(times.error().field()).isEqualTo("ends"));
    }

    @Test
    void keepsTheLocalTimeWhenWeeksAreAddedAcrossAClockChange() {
        var before = berlin("2026-10-22", "18:00", "20:00");

        assertThat(before.shiftedBy(1)).isEqualTo(berlin("2026-10-29", "18:00", "20:00"));
    }

    @Test
    void endsAfterItStartsInEveryZoneOnEveryDay() {
        var seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (var i = 0; i < 50_000; i++) {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var starts = aMinute(random);
            var ends = aMinute(random);
            if (starts.equals(ends)) {
                continue;
            }
            var date = LocalDate.ofEpochDay(random.nextInt(0, 40_000));
            var times = new SessionTimes(date, starts, ends);

            assertThat(times.endsAt(zone))
                    .as("seed %d: %s in %s", seed, times, zone)
                    .isAfter(times.startsAt(zone));
        }
    }

    private static LocalTime aMinute(SplittableRandom random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    private static SessionTimes berlin(String date, String starts, String ends) {
        return new SessionTimes(
                LocalDate.parse(date), LocalTime.parse(starts), LocalTime.parse(ends));
    }
}
