package org.tinkuy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.calendar.CalendarEntry.Status;
import org.tinkuy.calendar.CalendarEntry.When;

/// Read by a parser that is not the one that wrote.
class CalendarTextTests {

    private static final UUID SESSION = new UUID(1, 2);
    private static final Instant CHANGED = Instant.parse("2026-11-22T15:00:00Z");
    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final When EVENING =
            new When.Times(
                    ZonedDateTime.parse("2026-11-25T18:00-05:00[America/Lima]"),
                    ZonedDateTime.parse("2026-11-25T20:00-05:00[America/Lima]"));

    @Test
    void aFeedSaysHowItIsCalledAndWhenToAskAgain() {
        var feed =
                CalendarText.feed("Heading to PERUMIN, Apurímac", Duration.ofHours(1), List.of());

        assertThat(feed)
                .contains("NAME:Heading to PERUMIN\\, Apurímac\r\n")
                .contains("X-WR-CALNAME:")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
        assertThat(parsed(feed).getEvents()).isEmpty();
    }

    @Test
    void isValidForWhoeverReadsIt() {
        var entries = List.of(entry(3, EVENING, Status.CONFIRMED));
        var sender = new CalendarText.Sender("Tinkuy", "no-reply@example.org");

        for (var text :
                List.of(
                        CalendarText.feed("x", Duration.ofHours(1), entries),
                        CalendarText.message(CalendarText.Method.CANCEL, entries, sender))) {
            assertThat(parsed(text).validate(ICalVersion.V2_0).isEmpty())
                    .as(parsed(text).validate(ICalVersion.V2_0).toString())
                    .isTrue();
        }
    }

    @Test
    void aSessionIsTheSameInAFeedAndInAMail() {
        var entries = List.of(entry(3, EVENING, Status.CONFIRMED));
        var sender = new CalendarText.Sender("Tinkuy", "no-reply@example.org");

        var fed = parsed(CalendarText.feed("x", Duration.ofHours(1), entries));
        var mailed = parsed(CalendarText.message(CalendarText.Method.PUBLISH, entries, sender));

        for (var calendar : List.of(fed, mailed)) {
            var event = calendar.getEvents().getFirst();
            assertThat(event.getUid().getValue()).isEqualTo(SESSION + "@tinkuy");
            assertThat(event.getSequence().getValue()).isEqualTo(3);
            assertThat(event.getDateStart().getValue().toInstant())
                    .isEqualTo("2026-11-25T23:00:00Z");
            assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo("2026-11-26T01:00:00Z");
            assertThat(event.getSummary().getValue()).isEqualTo("Plenary; part 1, of 2");
            assertThat(event.getLocation().getValue()).isEqualTo("Abancay");
            assertThat(event.getUrl().getValue()).isEqualTo("https://example.org/p");
        }
        assertThat(mailed.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(mailed.getEvents().getFirst().getOrganizer().getEmail())
                .isEqualTo("no-reply@example.org");
    }

    @Test
    void anEntryIsStampedWithItsLastChange() {
        assertThat(fed(entry(3, EVENING, Status.CONFIRMED)))
                .contains("DTSTAMP:20261122T150000Z\r\n")
                .isEqualTo(fed(entry(3, EVENING, Status.CONFIRMED)));
    }

    @Test
    void tellsWhatIsCancelledAndWhatIsNotCertain() {
        var feed =
                parsed(
                        CalendarText.feed(
                                "x",
                                Duration.ofHours(1),
                                List.of(
                                        entry(1, EVENING, Status.CANCELLED),
                                        entry(1, EVENING, Status.TENTATIVE))));

        assertThat(feed.getEvents())
                .extracting(event -> event.getStatus().getValue())
                .containsExactly("CANCELLED", "TENTATIVE");
        assertThat(feed.getEvents().getFirst().getTransparency().isTransparent()).isTrue();
        assertThat(feed.getEvents().getLast().getTransparency()).isNull();
        assertThat(feed.getEvents())
                .allSatisfy(event ->
                        assertThat(event.getDescription().getValue())
                                .isEqualTo("https://example.org/p"));
    }

    @Test
    void aDayWithoutTimesIsADay() {
        var feed =
                CalendarText.feed(
                        "x",
                        Duration.ofHours(1),
                        List.of(
                                entry(
                                        1,
                                        new When.Day(LocalDate.parse("2026-11-25")),
                                        Status.CONFIRMED)));

        assertThat(feed).contains("DTSTART;VALUE=DATE:20261125\r\n");
    }

    @Test
    void anOffsetIsWrittenAsUtc() {
        var inAnOffset = new When.Times(ZonedDateTime.parse("2026-11-25T18:00-05:00"), null);

        var event =
                parsed(
                                CalendarText.feed(
                                        "x",
                                        Duration.ofHours(1),
                                        List.of(entry(1, inAnOffset, Status.CONFIRMED))))
                        .getEvents()
                        .getFirst();

        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo("2026-11-25T23:00:00Z");
        assertThat(event.getDateEnd()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Europe/Copenhagen", "Africa/Bamako", "Etc/UTC"})
    void aTimeIsWhatTheClockOfItsZoneShows(String zone) {
        var noon = ZonedDateTime.of(LocalDate.parse("2027-01-14"), LocalTime.NOON, ZoneId.of(zone));

        var feed = fed(entry(1, new When.Times(noon, null), Status.CONFIRMED));

        assertThat(feed)
                .contains("\r\nDTSTART;TZID=" + zone + ":20270114T120000\r\n")
                .contains("\r\nBEGIN:VTIMEZONE\r\nTZID:" + zone + "\r\n");
    }

    /// Of 1907 in Lima: `-050836`, which not every reader takes.
    @Test
    void noOffsetHasSecondsWhateverTheYear() {
        for (var zone : ZoneId.getAvailableZoneIds()) {
            var entries =
                    IntStream.iterate(1900, year -> year <= 2200, year -> year + 1)
                            .mapToObj(year -> LocalDate.of(year, 3, 1).atTime(LocalTime.NOON))
                            .map(noon -> new When.Times(noon.atZone(ZoneId.of(zone)), null))
                            .map(when -> entry(1, when, Status.CONFIRMED))
                            .toList();

            assertThat(CalendarText.feed("x", Duration.ofHours(1), entries).lines())
                    .as(zone)
                    .noneMatch(line -> line.matches("TZOFFSET[^:]*:[+-]\\d{6}"));
        }
    }

    @Test
    void aTimeOfLongAgoIsWrittenAsUtc() {
        var noon = ZonedDateTime.of(LocalDate.of(1907, 3, 1), LocalTime.NOON, LIMA);

        assertThat(fed(entry(1, new When.Times(noon, null), Status.CONFIRMED)))
                .contains("DTSTART:19070301T170836Z\r\n")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void theHourThatAClockShowsTwiceIsWrittenAsUtc() {
        var first = ZonedDateTime.parse("2027-10-31T02:30+02:00[Europe/Madrid]");
        var second = first.plusHours(1);

        assertThat(fed(entry(1, new When.Times(first, second), Status.CONFIRMED)))
                .contains("DTSTART:20271031T003000Z\r\n")
                .contains("DTEND:20271031T013000Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plenaria · Minería y desarrollo en Apurímac: el diálogo con las comunidades",
                "Пленарное заседание: горнодобывающая промышленность и развитие регионов страны",
                "鉱業と地域開発に関する本会議鉱業と地域開発に関する本会議鉱業と地域開発に関する本会議",
                "🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️🏔️"
            })
    void noLineIsLongerThanReadersTake(String title) {
        var feed = CalendarText.feed(title, Duration.ofHours(1), List.of(titled(title)));

        assertThat(feed.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8))
                                .hasSizeLessThanOrEqualTo(75));
        assertThat(parsed(feed).getEvents().getFirst().getSummary().getValue()).isEqualTo(title);
    }

    @Test
    void whatIsWrittenInAnyFormIsText() {
        var text = "a, b; c\\d\r\nDTSTART:20200101T000000\rX\u0000\u2028 \"q\" ^'";

        var event = parsed(fed(titled(text))).getEvents().getFirst();

        assertThat(event.getSummary().getValue())
                .isEqualTo("a, b; c\\d\nDTSTART:20200101T000000\nX \u2028 \"q\" ^'");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo("2026-11-25T23:00:00Z");
    }

    private static String fed(CalendarEntry entry) {
        return CalendarText.feed("x", Duration.ofHours(1), List.of(entry));
    }

    private static CalendarEntry titled(String title) {
        return new CalendarEntry(
                SESSION,
                1,
                CHANGED,
                EVENING,
                title,
                null,
                null,
                URI.create("https://example.org/p"),
                Status.CONFIRMED);
    }

    private static CalendarEntry entry(long version, When when, Status status) {
        return new CalendarEntry(
                SESSION,
                version,
                CHANGED,
                when,
                "Plenary; part 1, of 2",
                null,
                "Abancay",
                URI.create("https://example.org/p"),
                status);
    }

    private static ICalendar parsed(String text) {
        return Biweekly.parse(text).first();
    }
}
