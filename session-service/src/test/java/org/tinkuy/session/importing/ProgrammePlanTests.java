package org.tinkuy.session.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgramme;
import static org.tinkuy.session.schedule.SessionFixtures.aPlenaryOn;
import static org.tinkuy.session.schedule.SessionFixtures.aWorkshopToBeAnnounced;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammePlanTests {

    @ParameterizedTest
    @CsvSource({
        // The two evenings of Apurímac were a Wednesday and a Thursday.
        "2026-11-22, 2026-11-25",
        "2026-11-24, 2026-11-25",
        "2026-11-25, 2026-12-02",
        "2026-11-26, 2026-12-02",
        "2021-05-25, 2021-05-26",
        "2021-05-26, 2021-06-02",
        "2020-01-01, 2021-05-26"
    })
    void movesTheFewestWholeWeeksSoThatEveryDayIsAfterToday(LocalDate today, LocalDate first) {
        var plan =
                new ProgrammePlan(
                        aProgramme(),
                        List.of(
                                aPlenaryOn("2021-05-27", "18:00", "20:00"),
                                aPlenaryOn("2021-05-26", "18:00", "20:00")));

        var days =
                plan.ahead(today).sessions().stream()
                        .map(session -> Objects.requireNonNull(session.times().date()))
                        .toList();

        assertThat(days).containsExactly(first.plusDays(1), first);
        assertThat(first.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
    }

    @Test
    void remembersByHowManyWeeksItWasMoved() {
        var first = LocalDate.parse("2021-05-26");
        var plan =
                new ProgrammePlan(
                        aProgramme(), List.of(aPlenaryOn(first.toString(), "18:00", "20:00")));

        var moved = plan.ahead(LocalDate.parse("2026-11-22"));

        assertThat(moved.programme().shiftedWeeks())
                .isEqualTo((int) ChronoUnit.WEEKS.between(first, LocalDate.parse("2026-11-25")));
    }

    @Test
    void leavesAProgrammeWithoutDaysAsItIs() {
        var plan = new ProgrammePlan(aProgramme(), List.of(aWorkshopToBeAnnounced()));

        assertThat(plan.ahead(LocalDate.parse("2026-11-22"))).isEqualTo(plan);
    }
}
