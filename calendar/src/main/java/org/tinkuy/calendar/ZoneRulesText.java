package org.tinkuy.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A zone's offsets (RFC 5545 §3.6.5), by the same rules by which the times in it were found: those
/// of the JDK. Each change stands for itself, without a rule that repeats it, and years in which
/// nothing takes place are left out.
///
/// @param first the earliest moment that is told in the zone, in [#FIRST_YEAR] or later
/// @param last the latest
record ZoneRulesText(ZoneId zone, Instant first, Instant last) {

    /// Before 1973 there are offsets with seconds, which some readers do not take.
    static final int FIRST_YEAR = 1973;

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    static ZoneRulesText of(ZonedDateTime time) {
        return new ZoneRulesText(time.getZone(), time.toInstant(), time.toInstant());
    }

    static String local(LocalDateTime time) {
        return LOCAL.format(time);
    }

    ZoneRulesText with(ZoneRulesText other) {
        return new ZoneRulesText(
                zone,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    void write(ContentLines lines) {
        var rules = zone.getRules();
        var from = newYear(first.atZone(zone).getYear());
        var until = newYear(last.atZone(zone).getYear() + 1).toInstant();
        lines.add("BEGIN", "VTIMEZONE");
        lines.add("TZID", zone.getId());
        // Whatever time of the year it is: some readers take an hour off where a zone has nothing
        // else than summer time.
        write(lines, false, from.toLocalDateTime(), from.getOffset(), from.getOffset());
        for (var change = rules.nextTransition(from.toInstant());
                change != null && change.getInstant().isBefore(until);
                change = rules.nextTransition(change.getInstant())) {
            write(
                    lines,
                    rules.isDaylightSavings(change.getInstant()),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
        }
        lines.add("END", "VTIMEZONE");
    }

    private ZonedDateTime newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone);
    }

    private static void write(
            ContentLines lines,
            boolean summer,
            LocalDateTime from,
            ZoneOffset before,
            ZoneOffset after) {
        var kind = summer ? "DAYLIGHT" : "STANDARD";
        lines.add("BEGIN", kind);
        lines.add("DTSTART", local(from));
        lines.add("TZOFFSETFROM", offset(before));
        lines.add("TZOFFSETTO", offset(after));
        lines.add("END", kind);
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
    }
}
