package org.tinkuy.notification.delivery.mail;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.OneLine;
import org.tinkuy.notification.delivery.SessionDetails;

/// Writes sessions as calendar programs read them.
final class CalendarWriter {

    private static final ProdId PRODUCT = new ProdId("-//Tinkuy//notification-service//EN");

    /// The same in every place that speaks of a session, so that a calendar knows it again.
    private static final String UID_SUFFIX = "@tinkuy";

    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private CalendarWriter() {}

    /// What a calendar shows of a session.
    record Entry(SessionDetails session, String summary, URI page) {}

    record Sender(String name, String address) {}

    static Optional<CalendarFile> publishing(List<Entry> entries, Sender sender, Instant now) {
        return of(ImmutableMethod.PUBLISH, ImmutableStatus.VEVENT_CONFIRMED, entries, sender, now);
    }

    /// The session itself goes on with its own version: the same SEQUENCE and a later DTSTAMP
    /// supersede what was published (RFC 5546 §2.1.5), and so does a later registration.
    static Optional<CalendarFile> cancelling(List<Entry> entries, Sender sender, Instant now) {
        return of(ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED, entries, sender, now);
    }

    /// Empty when no session has a date yet.
    private static Optional<CalendarFile> of(
            Method method, Status status, List<Entry> entries, Sender sender, Instant now) {
        var dated = entries.stream().filter(entry -> entry.session().date() != null).toList();
        if (dated.isEmpty()) {
            return Optional.empty();
        }
        var calendar = new Calendar();
        calendar.add(PRODUCT);
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method);
        zonesOf(dated).forEach(zone -> calendar.add(zone.getVTimeZone()));
        dated.forEach(entry -> calendar.add(event(entry, status, sender, now)));
        return Optional.of(new CalendarFile(method.getValue(), write(calendar)));
    }

    private static Set<TimeZone> zonesOf(List<Entry> entries) {
        var zones = new LinkedHashSet<TimeZone>();
        for (var entry : entries) {
            var zone = ZONES.getTimeZone(entry.session().timeZone().getId());
            if (zone != null && entry.session().start().isPresent()) {
                zones.add(zone);
            }
        }
        return zones;
    }

    private static boolean isDescribed(String zone) {
        return ZONES.getTimeZone(zone) != null;
    }

    private static VEvent event(Entry entry, Status status, Sender sender, Instant now) {
        var session = entry.session();
        var event = new VEvent(false);
        event.add(new Uid(session.id().value() + UID_SUFFIX));
        event.add(new DtStamp(now));
        event.add(new Sequence(Math.toIntExact(session.version())));
        addTimes(event, session);
        event.add(new Summary(entry.summary()));
        event.add(new Url(entry.page()));
        event.add(organizer(sender));
        event.add(status);
        var place = session.place();
        if (place != null) {
            event.add(new Location(OneLine.of(place)));
        }
        return event;
    }

    private static void addTimes(VEvent event, SessionDetails session) {
        var date = session.date();
        if (session.start().isPresent()) {
            event.add(new DtStart<>(inKnownZone(session.start().get())));
            session.end().ifPresent(end -> event.add(new DtEnd<>(inKnownZone(end))));
        } else if (date != null) {
            event.add(new DtStart<LocalDate>(date));
        }
    }

    /// A zone that the library has no description of is written as UTC.
    private static Temporal inKnownZone(ZonedDateTime time) {
        return isDescribed(time.getZone().getId()) ? time : time.toInstant();
    }

    private static Organizer organizer(Sender sender) {
        var organizer = new Organizer(URI.create("mailto:" + sender.address()));
        organizer.add(new Cn(sender.name()));
        return organizer;
    }

    private static String write(Calendar calendar) {
        try (var writer = new StringWriter()) {
            new CalendarOutputter().output(calendar, writer);
            return writer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
