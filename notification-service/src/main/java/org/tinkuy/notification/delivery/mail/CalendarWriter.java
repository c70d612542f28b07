package org.tinkuy.notification.delivery.mail;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinkuy.calendar.CalendarEntry;
import org.tinkuy.calendar.CalendarEntry.Status;
import org.tinkuy.calendar.CalendarEntry.When;
import org.tinkuy.calendar.CalendarText;
import org.tinkuy.calendar.CalendarText.Method;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.MailWords.Attended;
import org.tinkuy.notification.people.OneLine;
import org.tinkuy.notification.people.SessionDetails;

/// Writes the calendar file of a mail.
final class CalendarWriter {

    private CalendarWriter() {}

    /// What a calendar shows of a session.
    record Entry(Attended attended, String summary, @Nullable String description, URI page) {}

    static Optional<CalendarFile> publishing(
            List<Entry> entries, CalendarText.Sender sender, Instant now) {
        return of(Method.PUBLISH, Status.CONFIRMED, entries, sender, now);
    }

    static Optional<CalendarFile> cancelling(
            List<Entry> entries, CalendarText.Sender sender, Instant now) {
        return of(Method.CANCEL, Status.CANCELLED, entries, sender, now);
    }

    /// Empty when no session has a date yet.
    private static Optional<CalendarFile> of(
            Method method,
            Status status,
            List<Entry> entries,
            CalendarText.Sender sender,
            Instant now) {
        var dated =
                entries.stream()
                        .flatMap(entry ->
                                when(entry.attended().session())
                                        .map(at -> of(entry, at, status, now))
                                        .stream())
                        .toList();
        return dated.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CalendarFile(
                                method.name(), CalendarText.message(method, dated, sender)));
    }

    private static CalendarEntry of(Entry entry, When when, Status status, Instant now) {
        var session = entry.attended().session();
        var place = session.place();
        return new CalendarEntry(
                session.id().value(),
                entry.attended().sequence(),
                now,
                when,
                entry.summary(),
                entry.description(),
                place == null ? null : OneLine.of(place),
                entry.page(),
                status);
    }

    private static Optional<When> when(SessionDetails session) {
        return session.start()
                .<When>map(start -> new When.Times(start, session.end().orElse(null)))
                .or(() -> Optional.ofNullable(session.date()).map(When.Day::new));
    }
}
