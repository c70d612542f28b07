package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.people.SampleSessions.aPlenaryOn;
import static org.tinkuy.notification.people.SampleSessions.aSessionAt;
import static org.tinkuy.notification.people.SampleSessions.aSessionToBeAnnounced;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinkuy.calendar.CalendarText;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.MailWords.Attended;
import org.tinkuy.notification.people.SessionDetails;

/// Read by biweekly, which did not write it.
class CalendarWriterTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:20Z");
    private static final CalendarText.Sender SENDER =
            new CalendarText.Sender("Tinkuy; \"Perú\"", "no-reply@example.org");

    @Test
    void putsASessionIntoACalendar() {
        var calendar = publishing(aPlenaryOn("2026-11-25"));
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        var event = calendar.getEvents().getFirst();
        assertThat(event.getUid().getValue())
                .isEqualTo("0195a1c0-0000-7000-8000-000000000010@tinkuy");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(NOW);
        assertThat(event.getDateStart().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-11-25T23:00:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-11-26T01:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("Plenaria · Apurímac; primera, noche");
        assertThat(event.getUrl().getValue()).isEqualTo("https://tinkuy.example.org/programmes/p");
        assertThat(event.getStatus().isConfirmed()).isTrue();
    }

    @Test
    void bringsTheZoneThatTheTimesAreIn() {
        var file = file(aPlenaryOn("2026-11-25"));
        assertThat(file.text())
                .contains("DTSTART;TZID=America/Lima:20261125T180000")
                .contains("BEGIN:VTIMEZONE\r\nTZID:America/Lima");
    }

    @Test
    void keepsTheHourOverAChangeToSummerTime() {
        var spring =
                aSessionAt(
                        LocalDate.parse("2027-03-28"),
                        LocalTime.of(18, 0),
                        LocalTime.of(20, 0),
                        ZoneId.of("Europe/Madrid"));
        assertThat(publishing(spring).getEvents().getFirst().getDateStart().getValue().toInstant())
                .isEqualTo(Instant.parse("2027-03-28T16:00:00Z"));
    }

    @Test
    void showsAWholeDayWhereOnlyTheDateIsKnown() {
        var day = aSessionAt(LocalDate.parse("2026-11-25"), null, null, ZoneId.of("America/Lima"));
        assertThat(file(day).text()).contains("DTSTART;VALUE=DATE:20261125");
    }

    @Test
    void writesNothingWithoutADate() {
        assertThat(CalendarWriter.publishing(List.of(entry(aSessionToBeAnnounced())), SENDER, NOW))
                .isEmpty();
    }

    @Test
    void takesASessionOutAgain() {
        var file =
                CalendarWriter.cancelling(List.of(entry(aPlenaryOn("2026-11-25"))), SENDER, NOW)
                        .orElseThrow();
        var calendar = Biweekly.parse(file.text()).first();
        assertThat(file.method()).isEqualTo("CANCEL");
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(calendar.getEvents().getFirst().getStatus().isCancelled()).isTrue();
    }

    @Test
    void countsWhatBecameOfTheSeatBesidesWhatBecameOfTheSession() {
        var session = aPlenaryOn("2026-11-25");
        assertThat(
                        CalendarWriter.cancelling(List.of(entry(session, 1)), SENDER, NOW)
                                .orElseThrow()
                                .text())
                .contains("SEQUENCE:4\r\n");
        assertThat(
                        CalendarWriter.publishing(List.of(entry(session, 2)), SENDER, NOW)
                                .orElseThrow()
                                .text())
                .contains("SEQUENCE:5\r\n");
    }

    @Test
    void readsWithoutWarnings() {
        var calendar = publishing(aPlenaryOn("2026-11-25"));
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                .as(calendar.validate(ICalVersion.V2_0).toString())
                .isTrue();
        assertThat(file(aPlenaryOn("2026-11-25")).text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }

    private static ICalendar publishing(SessionDetails session) {
        return Biweekly.parse(file(session).text()).first();
    }

    private static CalendarFile file(SessionDetails session) {
        return CalendarWriter.publishing(List.of(entry(session)), SENDER, NOW).orElseThrow();
    }

    private static CalendarWriter.Entry entry(SessionDetails session) {
        return entry(session, 0);
    }

    private static CalendarWriter.Entry entry(SessionDetails session, int revision) {
        return new CalendarWriter.Entry(
                new Attended(session, revision),
                "Plenaria · Apurímac; primera, noche",
                null,
                URI.create("https://tinkuy.example.org/programmes/p"));
    }
}
