package org.tinkuy.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes calendars as text (RFC 5545).
///
/// A time stands as the wall clock of its zone shows it. The zone's rules go with it and are the
/// JDK's, as everywhere in Tinkuy: a library that brings rules of its own tells another hour where
/// they differ.
public final class CalendarText {

    private static final String PRODUCT = "-//Tinkuy//Tinkuy//EN";

    /// The same in every place that speaks of a session, so that a calendar knows it again.
    private static final String UID_SUFFIX = "@tinkuy";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private CalendarText() {}

    public record Sender(String name, String address) {}

    /// What a mail brings (RFC 5546): sessions to be put into a calendar, or those that are
    /// cancelled to be taken out of it.
    public static String message(Method method, List<CalendarEntry> entries, Sender sender) {
        var lines = begun();
        lines.add("METHOD", method.name());
        writeZones(lines, entries);
        for (var entry : entries) {
            lines.add("BEGIN", "VEVENT");
            write(lines, entry);
            lines.add(
                    "ORGANIZER;CN=" + ContentLines.quoted(sender.name()),
                    "mailto:" + sender.address());
            lines.add("END", "VEVENT");
        }
        return ended(lines);
    }

    public enum Method {
        PUBLISH,
        CANCEL
    }

    /// What a calendar program subscribes to and asks for again after a while (RFC 7986 §5.7). It
    /// is no message, so it has no METHOD, which would ask for an ORGANIZER in every session (RFC
    /// 5546). The same entries give the same text.
    public static String feed(String name, Duration refresh, List<CalendarEntry> entries) {
        var lines = begun();
        lines.addText("NAME", name);
        // Understood by more programs than the standard's name and interval.
        lines.addText("X-WR-CALNAME", name);
        lines.add("X-PUBLISHED-TTL", refresh.toString());
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", refresh.toString());
        writeZones(lines, entries);
        for (var entry : entries) {
            lines.add("BEGIN", "VEVENT");
            write(lines, entry);
            lines.add("END", "VEVENT");
        }
        return ended(lines);
    }

    private static ContentLines begun() {
        var lines = new ContentLines();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("PRODID", PRODUCT);
        lines.add("VERSION", "2.0");
        return lines;
    }

    private static String ended(ContentLines lines) {
        lines.add("END", "VCALENDAR");
        return lines.toString();
    }

    private static void writeZones(ContentLines lines, List<CalendarEntry> entries) {
        var zones = new LinkedHashMap<ZoneId, ZoneRulesText>();
        for (var entry : entries) {
            if (entry.when() instanceof CalendarEntry.When.Times(var start, var end)) {
                collect(zones, start);
                if (end != null) {
                    collect(zones, end);
                }
            }
        }
        zones.values().forEach(zone -> zone.write(lines));
    }

    private static void collect(Map<ZoneId, ZoneRulesText> zones, ZonedDateTime time) {
        if (isToldByItsZone(time)) {
            zones.merge(time.getZone(), ZoneRulesText.of(time), ZoneRulesText::with);
        }
    }

    /// An offset has no name that others know, of an hour that a clock shows twice readers take the
    /// first (RFC 5545 §3.3.5) or the second (ical.js 2.2), and rules of long ago have seconds.
    private static boolean isToldByItsZone(ZonedDateTime time) {
        return !(time.getZone() instanceof ZoneOffset)
                && time.getYear() >= ZoneRulesText.FIRST_YEAR
                && time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() == 1;
    }

    private static void write(ContentLines lines, CalendarEntry entry) {
        lines.add("UID", entry.session() + UID_SUFFIX);
        lines.add("DTSTAMP", utc(entry.stamp()));
        lines.add("SEQUENCE", Long.toString(entry.sequence()));
        switch (entry.when()) {
            case CalendarEntry.When.Day(var date) ->
                    lines.add("DTSTART;VALUE=DATE", DAY.format(date));
            case CalendarEntry.When.Times(var start, var end) -> {
                write(lines, "DTSTART", start);
                if (end != null) {
                    write(lines, "DTEND", end);
                }
            }
        }
        lines.addText("SUMMARY", entry.summary());
        lines.add("URL", entry.page().toASCIIString());
        lines.add("STATUS", entry.status().name());
        if (entry.status() == CalendarEntry.Status.CANCELLED) {
            // Whoever keeps it in their calendar is free at that time.
            lines.add("TRANSP", "TRANSPARENT");
        }
        lines.addText("DESCRIPTION", description(entry));
        var place = entry.place();
        if (place != null) {
            lines.addText("LOCATION", place);
        }
    }

    /// Many programs show no URL.
    private static String description(CalendarEntry entry) {
        var words = entry.description();
        var page = entry.page().toASCIIString();
        return words == null ? page : words + "\n\n" + page;
    }

    private static void write(ContentLines lines, String property, ZonedDateTime time) {
        if (isToldByItsZone(time)) {
            lines.add(
                    property + ";TZID=" + time.getZone().getId(),
                    ZoneRulesText.local(time.toLocalDateTime()));
        } else {
            lines.add(property, utc(time.toInstant()));
        }
    }

    private static String utc(Instant time) {
        return ZoneRulesText.local(time.atOffset(ZoneOffset.UTC).toLocalDateTime()) + "Z";
    }
}
