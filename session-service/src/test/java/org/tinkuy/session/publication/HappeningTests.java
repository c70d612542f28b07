package org.tinkuy.session.publication;

import static java.util.Objects.requireNonNull;
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
import org.tinkuy.session.programme.EventId;
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
                                : List.of(new Happening.EventDays(event.id(), days, List.of())),
                        false,
                        List.of());

        var seen = happening.seenIn(aProgramme(event)).events().getFirst();

        assertThat(seen.starts()).isEqualTo(first);
        assertThat(seen.ends()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        // all of the last day's are cancelled, or were moved to the first
        "2027-05-26 2027-05-27, 2027-05-26, 2027-05-26, ",
        "2027-05-26 2027-05-27, 2027-05-27, 2027-05-27, ",
        "2027-05-26 2027-05-27, 2027-05-26 2027-05-27, 2027-05-26, 2027-05-27",
        // the second day has never had any
        "2027-05-26, 2027-05-26, 2027-05-26, 2027-05-27",
        // none of them was stated: what was there once says nothing of what is
        "2027-05-25 2027-05-28, 2027-05-26, 2027-05-26, 2027-05-27",
        "2027-05-26 2027-12-25, 2027-05-26, 2027-05-26, 2027-05-27",
        // but what was stated is left beside it
        "2027-05-26 2027-05-27 2027-12-25, 2027-05-26, 2027-05-26, "
    })
    void anEventLeavesTheDaysThatItsSessionsLeft(
            String before, String now, LocalDate first, @Nullable LocalDate last) {
        var event =
                anEvent("apurimac")
                        .on(LocalDate.parse("2027-05-26"), LocalDate.parse("2027-05-27"));
        var stated = aProgramme(event);
        var happening =
                happening(event.id(), now)
                        .remembering(beside(stated, happening(event.id(), before)), stated);

        var seen = happening.seenIn(stated).events().getFirst();

        assertThat(seen.starts()).isEqualTo(first);
        assertThat(seen.ends()).isEqualTo(last);
        assertThat(happening.remembering(happening, stated)).isEqualTo(happening);
    }

    @ParameterizedTest
    @CsvSource({
        // stated anew, it is shown, though a session left it once
        "2027-05-26 2027-05-28, 2027-05-26, 2027-05-28, 2027-05-28",
        "2027-05-26 2027-05-27, 2027-05-26, 2027-05-28, 2027-05-28",
        // what stays stated stays left
        "2027-05-26 2027-05-27, 2027-05-26, 2027-05-27, ",
        // its only session on that day leaves when it is stated
        "2027-05-26 2027-05-28, 2027-05-26, 2027-05-28, 2027-05-28"
    })
    void aDayThatIsStatedAnewIsShown(
            String before, String now, LocalDate ends, @Nullable LocalDate last) {
        var event =
                anEvent("apurimac")
                        .on(LocalDate.parse("2027-05-26"), LocalDate.parse("2027-05-27"));
        var first = aProgramme(event);
        var second = first.with(event.on(LocalDate.parse("2027-05-26"), ends));
        var left = beside(first, happening(event.id(), before));
        var then = happening(event.id(), now);

        var afterwards = then.remembering(left, first).restated(second, then);
        var atOnce = then.remembering(left.restated(second, then), second);

        assertThat(afterwards.seenIn(second).events().getFirst().ends()).isEqualTo(last);
        assertThat(atOnce).isEqualTo(afterwards).isEqualTo(then.remembering(left, second));
    }

    @Test
    void aDayOnWhichSomethingIsWhenItIsStatedIsLeftWithIt() {
        var event = anEvent("apurimac").on(LocalDate.parse("2027-05-26"), null);
        var first = aProgramme(event);
        var second =
                first.with(event.on(LocalDate.parse("2027-05-26"), LocalDate.parse("2027-05-27")));
        var both = beside(first, happening(event.id(), "2027-05-26 2027-05-27"));

        var left =
                happening(event.id(), "2027-05-26")
                        .remembering(both.restated(second, both), second);

        assertThat(left.seenIn(second).events().getFirst().ends()).isNull();
    }

    private static Happening beside(Programme stated, Happening happening) {
        return happening.restated(stated, happening);
    }

    private static Happening happening(EventId event, String sessions) {
        var days = days(sessions);
        return new Happening(
                days,
                List.of(new Happening.EventDays(event, requireNonNull(days), List.of())),
                false,
                List.of());
    }

    @Test
    void whatNamesAPlaceIsNotOnlyOnline() {
        var stated = new Setting(LIMA, Mode.ONLINE, "Abancay", null, null, null, null);

        assertThat(seen(stated, "2027-05-26").mode()).isEqualTo(Mode.HYBRID);
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
        var somewhere = new Happening(null, List.of(), true, List.of());
        var online = stating(setting(null, null, null));

        assertThat(somewhere.seenIn(online).setting().mode()).isEqualTo(Mode.HYBRID);
        assertThat(Happening.NOTHING.seenIn(online).setting().mode()).isEqualTo(Mode.ONLINE);
    }

    private static Setting seen(Setting setting, String sessions) {
        return new Happening(days(sessions), List.of(), false, List.of())
                .seenIn(stating(setting))
                .setting();
    }

    private static Programme stating(Setting setting) {
        var other = aProgramme();
        return new Programme(
                other.id(),
                other.slug(),
                1,
                0,
                other.profile(),
                setting,
                other.policies(),
                List.of());
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
