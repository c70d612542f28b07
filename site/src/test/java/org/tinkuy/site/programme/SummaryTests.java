package org.tinkuy.site.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tinkuy.site.Schedules;
import org.tinkuy.site.programme.Programme.Event;

/// What a line about a programme or an event says where its sessions say otherwise.
class SummaryTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final UUID APURIMAC = UUID.randomUUID();
    private static final LocalDate FIRST = LocalDate.parse("2026-11-25");
    private static final LocalDate SECOND = LocalDate.parse("2026-11-26");

    private static Programme programme(String more) {
        return Schedules.programme(
                """
                {"id": "%s", "slug": "heading", "timeZone": "America/Lima", "title": {"en": "x"},
                 "events": [{"id": "%s", "slug": "apurimac", "title": {"en": "y"},
                             "starts": "%s", "ends": "%s"}]%s}
                """
                        .formatted(UUID.randomUUID(), APURIMAC, FIRST, SECOND, more));
    }

    private static Session on(Programme programme, @Nullable LocalDate day) {
        return Samples.session(UUID.randomUUID(), programme, APURIMAC, day);
    }

    private static Session at(Programme programme, String place) {
        return Schedules.session(
                """
                {"id": "%s", "programmeId": "%s", "eventId": "%s", "kind": "plenary",
                 "timeZone": "America/Lima", "place": "%s", "version": 2}
                """
                        .formatted(UUID.randomUUID(), programme.id(), APURIMAC, place));
    }

    private static Summary ofTheEvent(Programme programme, Session... sessions) {
        return ProgrammeSchedule.of(programme, List.of(sessions))
                .summary(programme.events().getFirst(), NOW);
    }

    private static Summary of(Programme programme, Session... sessions) {
        return ProgrammeSchedule.of(programme, List.of(sessions)).summary(NOW);
    }

    @Test
    void anEventIsWhenItIsStatedAsLongAsItsSessionsLieWithin() {
        var programme = programme("");

        assertThat(ofTheEvent(programme).dates()).isEqualTo(new Dates(FIRST, SECOND));
        assertThat(ofTheEvent(programme, on(programme, SECOND), on(programme, null)).dates())
                .isEqualTo(new Dates(FIRST, SECOND));
    }

    @Test
    void aProgrammeWithoutADateIsWhenItsSessionsAre() {
        var dated = programme("");
        var months = programme(", \"month\": \"2026-11\"");
        var years = programme(", \"runs\": {\"from\": 2020}");

        assertThat(of(dated, on(dated, FIRST), on(dated, SECOND)).dates())
                .isEqualTo(new Dates(FIRST, SECOND));
        assertThat(of(dated, on(dated, null)).dates()).isNull();
        assertThat(of(months, on(months, FIRST)).dates()).isNull();
        assertThat(of(years, on(years, FIRST)).dates()).isNull();
    }

    @Test
    void aSessionThatWasMovedMovesItsEvent() {
        var programme = programme("");
        var later = LocalDate.parse("2026-12-03");

        assertThat(ofTheEvent(programme, on(programme, FIRST), on(programme, later)).dates())
                .isEqualTo(new Dates(FIRST, later));
        assertThat(
                        ofTheEvent(
                                        programme,
                                        on(programme, later),
                                        on(programme, later.plusDays(1)))
                                .dates())
                .isEqualTo(new Dates(later, later.plusDays(1)));
    }

    @Test
    void anEventWithoutADateHasThatOfItsSessions() {
        var programme =
                Samples.programme(UUID.randomUUID(), "heading", List.of(Samples.event("ancash")));
        var event = programme.events().getFirst();
        var schedule =
                ProgrammeSchedule.of(
                        programme,
                        List.of(Samples.session(UUID.randomUUID(), programme, event.id(), FIRST)));

        assertThat(schedule.summary(event, NOW).dates()).isEqualTo(new Dates(FIRST, FIRST));
        assertThat(ProgrammeSchedule.of(programme, List.of()).summary(event, NOW).dates()).isNull();
    }

    @Test
    void nothingIsOnlineAnyMoreThatWasGivenAPlace() {
        var online = programme(", \"mode\": \"online\"");
        var inPerson = programme(", \"mode\": \"in-person\"");

        assertThat(ofTheEvent(online, on(online, FIRST)).mode()).isEqualTo("online");
        assertThat(ofTheEvent(online, at(online, "Cusco")).mode()).isEqualTo("in-person");
        assertThat(ofTheEvent(online, on(online, FIRST), at(online, "Cusco")).mode())
                .isEqualTo("hybrid");
        assertThat(of(online, on(online, FIRST), at(online, "Cusco")).mode()).isEqualTo("hybrid");
        assertThat(ofTheEvent(inPerson, on(inPerson, FIRST)).mode()).isEqualTo("in-person");
        var sessions = List.of(on(online, FIRST), at(online, "Cusco"));
        assertThat(ProgrammeSchedule.of(online, sessions).sessions())
                .as("each by itself")
                .extracting(LocatedSession::mode)
                .containsExactly("online", "in-person");
    }

    @Test
    void whatLiesInAPastMonthIsOver() {
        var past = Schedules.programme(of("\"month\": \"2022-09\""));

        assertThat(past.month()).isEqualTo(YearMonth.of(2022, 9));
        assertThat(of(past).over()).isTrue();
        assertThat(of(past, Samples.session(past, SECOND)).over()).isFalse();
        assertThat(of(Schedules.programme(of("\"month\": \"2026-11\""))).over()).isFalse();
    }

    @Test
    void whatHasAnythingAheadOrToBeAnnouncedIsNotOver() {
        var programme = Schedules.programme(of("\"admission\": \"open\""));
        var gone = Samples.session(programme, LocalDate.parse("2026-11-01"));

        assertThat(of(programme).over()).isFalse();
        assertThat(of(programme, gone).over()).isTrue();
        assertThat(of(programme, gone, Samples.session(programme, null)).over()).isFalse();
    }

    @Test
    void anEventIsOverAfterItsLastDayInItsOwnZone() {
        var programme = programme("");
        var schedule = ProgrammeSchedule.of(programme, List.of());
        Event event = programme.events().getFirst();

        assertThat(schedule.summary(event, Instant.parse("2026-11-27T04:59:59Z")).over()).isFalse();
        assertThat(schedule.summary(event, Instant.parse("2026-11-27T05:00:00Z")).over()).isTrue();
    }

    @Test
    void whatHasSessionsAndNoneThatTakesPlaceIsCancelled() {
        var programme = programme("");
        var cancelled = cancelled(programme);

        assertThat(ofTheEvent(programme, cancelled).cancelled()).isTrue();
        assertThat(of(programme, cancelled).cancelled()).isTrue();
        assertThat(ofTheEvent(programme, cancelled, on(programme, null)).cancelled()).isFalse();
        assertThat(of(programme).cancelled()).isFalse();
        assertThat(of(programme, cancelled, Samples.session(programme, null)).cancelled())
                .isFalse();
    }

    @Test
    void aProgrammeIsNotCancelledWithOneOfItsEvents() {
        var programme =
                Samples.programme(
                        UUID.randomUUID(),
                        "heading",
                        List.of(Samples.event(APURIMAC, "apurimac"), Samples.event("ancash")));

        assertThat(of(programme, cancelled(programme)).cancelled()).isFalse();
    }

    private static Session cancelled(Programme programme) {
        return Schedules.session(
                """
                {"id": "%s", "programmeId": "%s", "eventId": "%s", "kind": "plenary",
                 "timeZone": "America/Lima", "version": 2,
                 "cancelled": {"at": "2026-11-21T15:00:00Z"}}
                """
                        .formatted(UUID.randomUUID(), programme.id(), APURIMAC));
    }

    @Test
    void whatIsOverComesLastOnTheFrontPage() {
        var published = new PublishedSchedule();
        published.publish(Schedules.programme(of("\"month\": \"2022-09\"")), 1);
        published.publish(Samples.programme("z-to-be-announced"), 1);

        assertThat(published.current().programmes(NOW))
                .extracting(Programme::slug)
                .containsExactly("z-to-be-announced", "a-programme");
    }

    private static String of(String stated) {
        return """
        {"id": "%s", "slug": "a-programme", "timeZone": "America/Lima",
         "title": {"en": "x"}, %s}
        """
                .formatted(UUID.randomUUID(), stated);
    }
}
