package org.tinkuy.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tinkuy.calendar.CalendarEntry.Status;
import org.tinkuy.calendar.CalendarEntry.When;

/// Sessions of an hour in every zone, over two years, and what a reader has to make of them.
final class SweptTimes {

    private static final YearMonth FROM = YearMonth.of(2026, 11);
    private static final int MONTHS = 24;
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final CalendarText.Sender SENDER =
            new CalendarText.Sender("Tinkuy", "no-reply@example.org");

    private SweptTimes() {}

    record Moments(Instant start, Instant end) {}

    static Stream<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of);
    }

    /// On the 14th of each month, where the clocks do not change that day.
    static List<ZonedDateTime> noons(ZoneId zone) {
        var times = new ArrayList<ZonedDateTime>();
        for (var month = 0; month < MONTHS; month++) {
            var day = FROM.plusMonths(month).atDay(14);
            if (zone.getRules()
                    .getOffset(day.atStartOfDay())
                    .equals(zone.getRules().getOffset(day.atTime(LocalTime.MAX)))) {
                times.add(ZonedDateTime.of(day, LocalTime.NOON, zone));
            }
        }
        return times;
    }

    /// Each quarter of an hour for three hours before and after.
    static List<ZonedDateTime> aroundChanges(ZoneId zone) {
        var times = new ArrayList<ZonedDateTime>();
        for (var change : changes(zone)) {
            for (var quarters = -12; quarters <= 12; quarters++) {
                times.add(
                        change.getInstant().plus(Duration.ofMinutes(15L * quarters)).atZone(zone));
            }
        }
        return times;
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        var changes = new ArrayList<ZoneOffsetTransition>();
        var rules = zone.getRules();
        var until = startOf(FROM.plusMonths(MONTHS));
        for (var change = rules.nextTransition(startOf(FROM));
                change != null && change.getInstant().isBefore(until);
                change = rules.nextTransition(change.getInstant())) {
            changes.add(change);
        }
        return changes;
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static String feed(List<ZonedDateTime> times) {
        return CalendarText.feed("x", Duration.ofHours(1), entries(times));
    }

    static String attachment(List<ZonedDateTime> times) {
        return CalendarText.message(CalendarText.Method.PUBLISH, entries(times), SENDER);
    }

    private static List<CalendarEntry> entries(List<ZonedDateTime> times) {
        var entries = new ArrayList<CalendarEntry>();
        for (var time : times) {
            entries.add(
                    new CalendarEntry(
                            new UUID(1, entries.size()),
                            1,
                            NOW,
                            new When.Times(time, time.plus(LENGTH)),
                            "Plenary",
                            null,
                            null,
                            URI.create("https://example.org/p"),
                            Status.CONFIRMED));
        }
        return entries;
    }

    /// By UID.
    static Map<String, Moments> moments(List<ZonedDateTime> times) {
        var moments = new LinkedHashMap<String, Moments>();
        for (var time : times) {
            moments.put(
                    new UUID(1, moments.size()) + "@tinkuy",
                    new Moments(time.toInstant(), time.plus(LENGTH).toInstant()));
        }
        return moments;
    }
}
