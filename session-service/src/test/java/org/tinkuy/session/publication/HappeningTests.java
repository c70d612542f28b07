package org.tinkuy.session.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.session.programme.ProgrammeFixtures.LIMA;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgramme;
import static org.tinkuy.session.programme.ProgrammeFixtures.anEvent;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.session.programme.Mode;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Setting;

class HappeningTests {

    @ParameterizedTest
    @CsvSource({
        "2027-05-26, 2027-05-27, 2027-05-26 2027-05-27, 2027-05-26, 2027-05-27",
        // what was stated may be more than what has sessions yet
        "2027-05-26, 2027-05-28, 2027-05-27, 2027-05-26, 2027-05-28",
        "2027-05-26, , 2027-05-26, 2027-05-26, ",
        // one session moved, then the other
        "2027-05-26, 2027-05-27, 2027-06-03 2027-05-27, 2027-05-27, 2027-06-03",
        "2027-05-26, 2027-05-27, 2027-06-03 2027-06-04, 2027-06-03, 2027-06-04",
        "2027-05-26, 2027-05-27, 2027-06-03, 2027-06-03, ",
        "2027-05-26, , 2027-05-27, 2027-05-27, ",
        "2027-05-26, 2027-05-27, '', 2027-05-26, 2027-05-27",
        ", , 2027-05-26 2027-05-27, 2027-05-26, 2027-05-27",
        ", , '', , "
    })
    void anEventIsOnTheDaysOfItsSessions(
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            String sessions,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        var event = starts == null ? anEvent("apurimac") : anEvent("apurimac").on(starts, ends);
        var days = days(sessions);
        var happening =
                new Happening(
                        days,
                        days == null
                                ? List.of()
                                : List.of(new Happening.EventDays(event.id(), days)),
                        false);

        var seen = happening.seenIn(aProgramme(event)).events().getFirst();

        assertThat(seen.starts()).isEqualTo(first);
        assertThat(seen.ends()).isEqualTo(last);
    }

    @Test
    void aProgrammeWithoutDatesClaimsNone() {
        var seen = seen(setting(null, null, null), "2027-05-26");

        assertThat(seen.starts()).isNull();
    }

    @Test
    void aProgrammeFollowsFromItsDaysItsMonthAndItsYears() {
        var may = LocalDate.parse("2027-05-26");

        assertThat(seen(setting(may, null, null), "2027-06-03").starts()).isEqualTo("2027-06-03");
        assertThat(seen(setting(null, YearMonth.of(2027, 5), null), "2027-05-31").month())
                .isEqualTo(YearMonth.of(2027, 5));
        assertThat(seen(setting(null, YearMonth.of(2027, 5), null), "2027-06-01"))
                .isEqualTo(setting(LocalDate.parse("2027-06-01"), null, null));
        assertThat(
                        seen(
                                        setting(
                                                null,
                                                null,
                                                new Setting.Runs(Year.of(2022), Year.of(2026))),
                                        "2027-01-01")
                                .runs())
                .isEqualTo(new Setting.Runs(Year.of(2022), Year.of(2027)));
        assertThat(
                        seen(
                                        setting(null, null, new Setting.Runs(Year.of(2022), null)),
                                        "2022-01-01")
                                .runs())
                .isEqualTo(new Setting.Runs(Year.of(2022), null));
    }

    @Test
    void whatIsOnlineIsNotOnlyOnlineWhereASessionHasAPlace() {
        var somewhere = new Happening(null, List.of(), true);

        assertThat(somewhere.seenIn(aProgramme()).setting().mode()).isEqualTo(Mode.HYBRID);
        assertThat(Happening.NOTHING.seenIn(aProgramme()).setting().mode()).isEqualTo(Mode.ONLINE);
    }

    private static Setting seen(Setting setting, String sessions) {
        var stated = aProgramme();
        var programme =
                new Programme(
                        stated.id(),
                        stated.slug(),
                        1,
                        0,
                        stated.profile(),
                        setting,
                        stated.policies(),
                        List.of());
        return new Happening(days(sessions), List.of(), false).seenIn(programme).setting();
    }

    private static Setting setting(
            @Nullable LocalDate starts, @Nullable YearMonth month, Setting.@Nullable Runs runs) {
        return new Setting(LIMA, Mode.ONLINE, null, starts, null, month, runs);
    }

    private static @Nullable Days days(String sessions) {
        return Days.of(
                        Arrays.stream(sessions.split(" "))
                                .filter(day -> !day.isEmpty())
                                .map(LocalDate::parse))
                .orElse(null);
    }
}
