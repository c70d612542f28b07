package org.tinkuy.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// Writes calendars as text, in lines that end in CRLF.
public final class CalendarText {

    private static final ProdId PRODUCT = new ProdId("-//Tinkuy//Tinkuy//EN");

    /// The same in every place that speaks of a session, so that a calendar knows it again.
    private static final String UID_SUFFIX = "@tinkuy";

    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    /// It would log a warning about every calendar that is empty, which a feed may be.
    private static final boolean WITHOUT_VALIDATION = false;

    private CalendarText() {}

    public record Sender(String name, String address) {}

    /// What a mail brings (RFC 5546): sessions to be put into a calendar, or those that are
    /// cancelled to be taken out of it.
    public static String message(
            Method method, List<CalendarEntry> entries, Sender sender, Instant now) {
        var calendar = calendar(entries);
        calendar.add(
                switch (method) {
                    case PUBLISH -> ImmutableMethod.PUBLISH;
                    case CANCEL -> ImmutableMethod.CANCEL;
                });
        for (var entry : entries) {
            var event = event(entry, now);
            event.add(organizer(sender));
            calendar.add(event);
        }
        return write(calendar);
    }

    public enum Method {
        PUBLISH,
        CANCEL
    }

    /// What a calendar program subscribes to and asks for again after a while (RFC 7986 §5.7). It
    /// is no message, so it has no METHOD, which would ask for an ORGANIZER in every session (RFC
    /// 5546).
    public static String feed(
            String name, Duration refresh, List<CalendarEntry> entries, Instant now) {
        var calendar = calendar(entries);
        calendar.add(new Name(name));
        // Understood by more programs than the standard's name and interval.
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), refresh));
        entries.forEach(entry -> calendar.add(event(entry, now)));
        return write(calendar);
    }

    private static Calendar calendar(List<CalendarEntry> entries) {
        var calendar = new Calendar();
        calendar.add(PRODUCT);
        calendar.add(ImmutableVersion.VERSION_2_0);
        zonesOf(entries).forEach(zone -> calendar.add(zone.getVTimeZone()));
        return calendar;
    }

    private static Set<TimeZone> zonesOf(List<CalendarEntry> entries) {
        var zones = new LinkedHashSet<TimeZone>();
        for (var entry : entries) {
            if (entry.when() instanceof CalendarEntry.When.Times(var start, _)) {
                var zone = ZONES.getTimeZone(start.getZone().getId());
                if (zone != null) {
                    zones.add(zone);
                }
            }
        }
        return zones;
    }

    private static VEvent event(CalendarEntry entry, Instant now) {
        var event = new VEvent(false);
        event.add(new Uid(entry.session() + UID_SUFFIX));
        event.add(new DtStamp(now));
        event.add(new Sequence(Math.toIntExact(entry.version())));
        addTimes(event, entry.when());
        event.add(new Summary(entry.summary()));
        event.add(new Url(entry.page()));
        event.add(
                switch (entry.status()) {
                    case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
                    case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
                    case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
                });
        var description = entry.description();
        if (description != null) {
            event.add(new Description(description));
        }
        var place = entry.place();
        if (place != null) {
            event.add(new Location(place));
        }
        return event;
    }

    private static void addTimes(VEvent event, CalendarEntry.When when) {
        switch (when) {
            case CalendarEntry.When.Day(var date) -> event.add(new DtStart<>(date));
            case CalendarEntry.When.Times(var start, var end) -> {
                event.add(new DtStart<>(inKnownZone(start)));
                if (end != null) {
                    event.add(new DtEnd<>(inKnownZone(end)));
                }
            }
        }
    }

    /// A zone that the library has no description of is written as UTC.
    private static Temporal inKnownZone(ZonedDateTime time) {
        return ZONES.getTimeZone(time.getZone().getId()) == null ? time.toInstant() : time;
    }

    private static Organizer organizer(Sender sender) {
        var organizer = new Organizer(URI.create("mailto:" + sender.address()));
        organizer.add(new Cn(sender.name()));
        return organizer;
    }

    private static String write(Calendar calendar) {
        try (var writer = new StringWriter()) {
            new CalendarOutputter(WITHOUT_VALIDATION).output(calendar, writer);
            return writer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
