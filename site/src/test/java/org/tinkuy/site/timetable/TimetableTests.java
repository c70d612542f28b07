package org.tinkuy.site.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.timetable.Evening.LIMA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tinkuy.site.timetable.Timetable.Day;
import org.tinkuy.site.timetable.Timetable.Wanted;

class TimetableTests {

    private static final Instant NOW = Instant.parse("2026-11-25T23:30:00Z");

    private static Timetable timetable(Evening evening, ZoneId clock) {
        return Timetable.of(evening.sessions(), clock, Wanted.ALL, NOW);
    }

    /// Each row with what begins in it and how many rows that spans; `-` is nothing.
    private static List<String> rows(Day day) {
        return day.grid().rows().stream()
                .map(row ->
                        row.begins().atZone(LIMA).toLocalTime()
                                + " "
                                + row.cells().stream()
                                        .map(cell ->
                                                (cell.at() == null ? "-" : Evening.title(cell.at()))
                                                        + cell.rows())
                                        .collect(Collectors.joining(" ")))
                .map(String::strip)
                .toList();
    }

    private static List<String> columns(Day day) {
        return day.grid().columns().stream()
                .map(column ->
                        Objects.requireNonNullElse(column.where().place(), "·") + column.lanes())
                .toList();
    }

    @Test
    void aSessionSpansTheRowsUntilItEnds() {
        var evening =
                new Evening()
                        .with("A", "Hall", "2026-11-25T23:00:00Z", "2026-11-26T01:00:00Z")
                        .with("B", "Room", "2026-11-25T23:00:00Z", "2026-11-26T00:00:00Z")
                        .with("C", "Room", "2026-11-26T00:30:00Z", "2026-11-26T01:00:00Z");

        var day = timetable(evening, LIMA).days().getFirst();

        assertThat(columns(day)).containsExactly("Hall1", "Room1");
        assertThat(rows(day)).containsExactly("18:00 A3 B1", "19:00 -1", "19:30 C1");
    }

    @Test
    void whatOverlapsInOnePlaceStandsSideBySide() {
        var evening =
                new Evening()
                        .with("A", "Hall", "2026-11-25T23:00:00Z", "2026-11-26T01:00:00Z")
                        .with("B", "Hall", "2026-11-26T00:00:00Z", "2026-11-26T02:00:00Z")
                        .with("C", "Hall", "2026-11-26T01:00:00Z", "2026-11-26T02:00:00Z");

        var day = timetable(evening, LIMA).days().getFirst();

        assertThat(columns(day)).containsExactly("Hall2");
        assertThat(rows(day)).containsExactly("18:00 A2 -1", "19:00 B2", "20:00 C1");
    }

    @Test
    void placesStandInTheOrderOfTheirNumbersAfterWhatIsNowhere() {
        var evening =
                new Evening()
                        .with("A", "Sala 10", "2026-11-25T23:00:00Z", "2026-11-26T01:00:00Z")
                        .with("B", "Sala 2", "2026-11-25T23:00:00Z", "2026-11-26T01:00:00Z")
                        .with("C", "", "2026-11-25T23:00:00Z", "2026-11-26T01:00:00Z")
                        .inApurimac("D", "2026-11-25T23:00:00Z", "2026-11-26T01:00:00Z");

        var day = timetable(evening, LIMA).days().getFirst();

        assertThat(columns(day)).containsExactly("·1", "Sala 21", "Sala 101", "·1");
        assertThat(day.grid().columns().getFirst().where().online()).isTrue();
        assertThat(rows(day)).containsExactly("18:00 C1 B1 A1 D1");
    }

    @Test
    void oneWithoutAnEndStandsWhereItBegins() {
        var evening =
                new Evening()
                        .with("A", "Hall", "2026-11-25T23:00:00Z", "2026-11-26T00:00:00Z")
                        .with("B", "Hall", "2026-11-26T00:00:00Z", null);

        var day = timetable(evening, LIMA).days().getFirst();

        assertThat(rows(day)).containsExactly("18:00 A1", "19:00 B1");
        assertThat(day.grid().rows().getLast().length()).isNull();
    }

    @Test
    void oneOverMidnightBelongsToTheDayOnWhichItBegins() {
        var evening =
                new Evening()
                        .with("A", "Hall", "2026-11-26T03:00:00Z", "2026-11-26T07:00:00Z")
                        .with("B", "Hall", "2026-11-26T13:00:00Z", "2026-11-26T14:00:00Z");

        assertThat(timetable(evening, LIMA).days())
                .extracting(Day::date)
                .containsExactly(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26));
        assertThat(timetable(evening, ZoneId.of("Europe/Madrid")).days())
                .extracting(Day::date)
                .containsExactly(LocalDate.of(2026, 11, 26));
    }

    /// On 1 November 2026 clocks in New York show 01:00 to 02:00 twice, in the order of time.
    @Test
    void aDayOfTwentyFiveHoursHasAnHourTwice() {
        var evening =
                new Evening()
                        .with("A", "Hall", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z")
                        .with("B", "Hall", "2026-11-01T06:30:00Z", "2026-11-01T07:30:00Z");

        var day = timetable(evening, ZoneId.of("America/New_York")).days().getFirst();

        assertThat(day.date()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(day.grid().columns().getFirst().lanes()).isEqualTo(1);
        assertThat(day.grid().rows())
                .extracting(Grid.Row::begins)
                .containsExactly(
                        Instant.parse("2026-11-01T05:30:00Z"),
                        Instant.parse("2026-11-01T06:30:00Z"));
    }

    @Test
    void whatHasNoTimeStandsApart() {
        var evening =
                new Evening().withoutTimes("A", ", \"date\": \"2026-11-25\"").withoutTimes("B", "");

        var timetable = timetable(evening, ZoneId.of("Pacific/Auckland"));

        assertThat(timetable.undated()).extracting(Evening::title).containsExactly("B");
        assertThat(timetable.days())
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.date()).isEqualTo(LocalDate.of(2026, 11, 25));
                    assertThat(day.untimed()).extracting(Evening::title).containsExactly("A");
                    assertThat(day.grid().rows()).isEmpty();
                });
    }

    @Test
    void showsWhatIsWanted() {
        var evening =
                new Evening()
                        .with("A", "Hall", "2026-11-25T23:00:00Z", "2026-11-26T01:00:00Z")
                        .inApurimac("B", "2026-11-26T23:00:00Z", "2026-11-27T01:00:00Z")
                        .withoutTimes("C", "");

        assertThat(shown(evening, new Wanted(null, "apurimac", null))).containsExactly("B");
        assertThat(shown(evening, new Wanted(LocalDate.of(2026, 11, 25), null, null)))
                .containsExactly("A");
        assertThat(shown(evening, new Wanted(null, null, "plenary"))).containsExactly("C");
        assertThat(shown(evening, new Wanted(null, "cusco", null))).isEmpty();
        assertThat(Timetable.Choice.of(evening.sessions(), LIMA))
                .isEqualTo(
                        new Timetable.Choice(
                                List.of(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26)),
                                List.of(new Region("apurimac", "Apurímac")),
                                List.of("plenary", "workshop")));
    }

    private static List<String> shown(Evening evening, Wanted wanted) {
        return evening.sessions().stream()
                .filter(at ->
                        !Timetable.of(List.of(at), LIMA, wanted, NOW).days().isEmpty()
                                || !Timetable.of(List.of(at), LIMA, wanted, NOW)
                                        .undated()
                                        .isEmpty())
                .map(Evening::title)
                .toList();
    }

    @Test
    void aDayIsOverWhenAllOfItIs() {
        var evening =
                new Evening()
                        .with("A", "Hall", "2026-11-24T23:00:00Z", "2026-11-25T01:00:00Z")
                        .with("B", "Hall", "2026-11-25T23:00:00Z", "2026-11-26T01:00:00Z");

        assertThat(timetable(evening, LIMA).days())
                .extracting(Day::over)
                .containsExactly(true, false);
        assertThat(timetable(evening, LIMA).days().getLast().grid().rows())
                .filteredOn(row -> row.contains(NOW))
                .hasSize(1);
    }
}
