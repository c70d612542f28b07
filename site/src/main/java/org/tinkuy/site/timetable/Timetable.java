package org.tinkuy.site.timetable;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;

/// Sessions by the days of one clock. A session belongs to the day on which it begins, also where
/// it ends on the next one.
///
/// @param clock whose days and times these are
/// @param undated their dates are to be announced
public record Timetable(ZoneId clock, List<Day> days, List<LocatedSession> undated) {

    /// @param over nothing of it lies ahead
    /// @param untimed their times are to be announced
    public record Day(LocalDate date, boolean over, Grid grid, List<LocatedSession> untimed) {}

    /// What visitors look for; `null`: anything.
    public record Wanted(@Nullable LocalDate day, @Nullable String region, @Nullable String kind) {

        public static final Wanted ALL = new Wanted(null, null, null);

        private boolean isOfThis(LocatedSession at) {
            return (kind == null || kind.equals(at.session().kind()))
                    && (region == null
                            || Region.of(at).filter(its -> its.slug().equals(region)).isPresent());
        }

        private boolean isOn(@Nullable LocalDate date) {
            return day == null || day.equals(date);
        }
    }

    /// What there is to choose from among some sessions.
    public record Choice(List<LocalDate> days, List<Region> regions, List<String> kinds) {

        /// @param sessions in the order of their beginnings
        public static Choice of(List<LocatedSession> sessions, ZoneId clock) {
            return new Choice(
                    sessions.stream()
                            .map(at -> day(at.session(), clock))
                            .filter(Objects::nonNull)
                            .distinct()
                            .sorted()
                            .toList(),
                    Region.distinct(sessions.stream().flatMap(at -> Region.of(at).stream())),
                    sessions.stream().map(at -> at.session().kind()).distinct().sorted().toList());
        }
    }

    /// @param sessions in the order of their beginnings
    public static Timetable of(
            List<LocatedSession> sessions, ZoneId clock, Wanted wanted, Instant now) {
        var byDay = new TreeMap<LocalDate, List<LocatedSession>>();
        var undated = new ArrayList<LocatedSession>();
        for (var at : sessions) {
            var day = day(at.session(), clock);
            if (!wanted.isOfThis(at) || !wanted.isOn(day)) {
                continue;
            }
            if (day == null) {
                undated.add(at);
            } else {
                byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(at);
            }
        }
        return new Timetable(
                clock,
                byDay.entrySet().stream().map(day -> day(day, now)).toList(),
                List.copyOf(undated));
    }

    private static Day day(Map.Entry<LocalDate, List<LocatedSession>> day, Instant now) {
        var sessions = day.getValue();
        return new Day(
                day.getKey(),
                sessions.stream().allMatch(at -> at.session().isOver(now)),
                Grid.of(sessions.stream().filter(at -> at.session().startsAt() != null).toList()),
                sessions.stream().filter(at -> at.session().startsAt() == null).toList());
    }

    /// Without a time it has the day that was stated, whatever the clock.
    private static @Nullable LocalDate day(Session session, ZoneId clock) {
        return session.startsAt() == null
                ? session.date()
                : requireNonNull(session.startsAt()).atZone(clock).toLocalDate();
    }
}
