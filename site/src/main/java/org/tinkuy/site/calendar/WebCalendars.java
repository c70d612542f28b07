package org.tinkuy.site.calendar;

import static org.tinkuy.site.calendar.Subscription.encoded;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tinkuy.calendar.CalendarEntry;
import org.tinkuy.calendar.CalendarEntry.When;

/// Where the forms of web calendars are that a session is filled into already. What is saved there
/// is a copy, which does not change when the session is moved.
public record WebCalendars(URI google, URI outlook) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    static WebCalendars of(CalendarEntry entry) {
        return new WebCalendars(google(entry), outlook(entry));
    }

    private static URI google(CalendarEntry entry) {
        var dates =
                switch (entry.when()) {
                    case When.Day(var date) ->
                            DAY.format(date) + "/" + DAY.format(date.plusDays(1));
                    case When.Times times ->
                            MOMENT.format(times.start()) + "/" + MOMENT.format(end(times));
                };
        return URI.create(
                "https://calendar.google.com/calendar/render?action=TEMPLATE"
                        + ("&text=" + encoded(entry.summary()))
                        + ("&dates=" + dates)
                        + ("&details=" + encoded(details(entry)))
                        + place(entry));
    }

    private static URI outlook(CalendarEntry entry) {
        var dates =
                switch (entry.when()) {
                    case When.Day(var date) ->
                            "&startdt=" + date + "&enddt=" + date.plusDays(1) + "&allday=true";
                    case When.Times times ->
                            "&startdt=" + times.start().toInstant() + "&enddt=" + end(times);
                };
        return URI.create(
                "https://outlook.live.com/calendar/0/deeplink/compose"
                        + "?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
                        + ("&subject=" + encoded(entry.summary()))
                        + dates
                        + ("&body=" + encoded(details(entry)))
                        + place(entry));
    }

    /// Both ask for one. Where none is stated it is the start: longer would be invented.
    private static Instant end(When.Times times) {
        var end = times.end();
        return (end == null ? times.start() : end).toInstant();
    }

    /// Briefly, because not every address of any length is taken.
    private static String details(CalendarEntry entry) {
        return entry.page().toASCIIString();
    }

    private static String place(CalendarEntry entry) {
        var place = entry.place();
        return place == null ? "" : "&location=" + encoded(place);
    }
}
