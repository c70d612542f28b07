package org.tinkuy.notification.delivery.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.TimeWords;
import org.tinkuy.notification.people.OneLine;
import org.tinkuy.notification.people.SessionDetails;

/// Words, dates and times of one language.
record Wording(MessageSource messages, Language language) {

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    static String clock(Instant time, ZoneId zone) {
        return TimeWords.clock(time.atZone(zone));
    }

    /// The same in a mail, in a calendar and in the site's feeds: what it is, and what of.
    String title(SessionDetails session) {
        return what(session) + " · " + session.whole().in(language);
    }

    /// A session without a title of its own goes by its kind, and by its number among several.
    private String what(SessionDetails session) {
        var title = session.title();
        if (title != null) {
            return title.in(language);
        }
        var kind = kind(session.kind());
        return session.ordinal() == 0 ? kind : kind + " " + session.ordinal();
    }

    /// A kind that is newer than this service goes by its own name.
    private String kind(String kind) {
        var words = messages.getMessage("kind." + kind, null, kind, language.locale());
        return words == null ? kind : words;
    }

    /// Empty where the title names it.
    String programme(SessionDetails session) {
        return session.eventTitle() == null ? "" : session.programmeTitle().in(language);
    }

    String place(SessionDetails session) {
        var place = session.place();
        return place == null ? "" : OneLine.of(place);
    }

    /// In the event's own time.
    String when(SessionDetails session) {
        var date = session.date();
        if (date == null) {
            return say("date-to-be-announced");
        }
        return session.start()
                .map(start ->
                        span(start, session.end())
                                + endUnknown(session).map(words -> " · " + words).orElse(""))
                .orElseGet(() -> say("time-to-be-announced", times().date(date)));
    }

    /// Where a start is stated and no end.
    Optional<String> endUnknown(SessionDetails session) {
        return session.start().isPresent() && session.end().isEmpty()
                ? Optional.of(say("end-to-be-announced"))
                : Optional.empty();
    }

    /// The same in the recipient's time, where that is another.
    Optional<String> when(SessionDetails session, @Nullable ZoneId recipient) {
        if (recipient == null) {
            return Optional.empty();
        }
        return session.start()
                .filter(start -> isOtherTime(start, recipient))
                .map(start ->
                        span(
                                start.withZoneSameInstant(recipient),
                                session.end().map(end -> end.withZoneSameInstant(recipient))));
    }

    private static boolean isOtherTime(ZonedDateTime start, ZoneId recipient) {
        return !start.withZoneSameInstant(recipient)
                .toLocalDateTime()
                .equals(start.toLocalDateTime());
    }

    /// For a subject: without the year, and with the zone only where the recipient's clock shows
    /// another time.
    String shortly(SessionDetails session, @Nullable ZoneId recipient) {
        var date = session.date();
        if (date == null) {
            return "";
        }
        var day = times().shortDay(date);
        return session.start()
                .map(start ->
                        day
                                + ", "
                                + TimeWords.clock(start)
                                + (recipient != null && isOtherTime(start, recipient)
                                        ? " (" + zone(start.getZone()) + ")"
                                        : ""))
                .orElse(day);
    }

    private String span(ZonedDateTime start, Optional<ZonedDateTime> end) {
        return say(
                "time",
                times().date(start.toLocalDate()),
                times().range(start, end.orElse(null)),
                times().zone(
                                start.getZone(),
                                start.toInstant(),
                                end.map(ZonedDateTime::toInstant).orElse(null)));
    }

    String moment(Instant time, ZoneId zone) {
        return say(
                "time",
                times().date(time.atZone(zone).toLocalDate()),
                clock(time, zone),
                times().zone(zone, time, null));
    }

    String zone(ZoneId zone) {
        return times().zone(zone);
    }

    private TimeWords times() {
        return new TimeWords(language);
    }
}
