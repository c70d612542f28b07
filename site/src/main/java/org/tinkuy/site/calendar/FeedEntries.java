package org.tinkuy.site.calendar;

import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.calendar.CalendarEntry;
import org.tinkuy.calendar.CalendarEntry.Status;
import org.tinkuy.calendar.CalendarEntry.When;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;
import org.tinkuy.site.visitor.Language;
import org.tinkuy.site.visitor.Phrase;

/// Sessions in the words of a calendar. What has no date is in no calendar yet.
@Component
class FeedEntries {

    private final MessageSource messages;
    private final URI publicUrl;

    FeedEntries(MessageSource messages, SiteProperties properties) {
        this.messages = messages;
        this.publicUrl = properties.publicUrl();
    }

    List<CalendarEntry> of(List<LocatedSession> sessions, Language language) {
        return sessions.stream()
                .map(at -> of(at, Status.CONFIRMED, language))
                .flatMap(Optional::stream)
                .toList();
    }

    /// @param status where the session takes place
    Optional<CalendarEntry> of(LocatedSession at, Status status, Language language) {
        var session = at.session();
        return when(session)
                .map(when ->
                        new CalendarEntry(
                                session.id(),
                                session.version(),
                                when,
                                summary(at, language),
                                session.cancelled() == null
                                        ? session.note()
                                        : text(session.cancelled().reason(), language),
                                session.place() == null ? null : oneLine(session.place()),
                                publicUrl.resolve(at.path()),
                                session.isCancelled() ? Status.CANCELLED : status));
    }

    String title(@Nullable Map<String, String> title, Language language) {
        var text = text(title, language);
        return text == null ? "Tinkuy" : oneLine(text);
    }

    private String summary(LocatedSession at, Language language) {
        var event = at.event();
        var title = title(at, language);
        var whole = event == null ? title : title + " · " + title(event.title(), language);
        return at.session().isCancelled()
                ? messages.getMessage("session.cancelled", null, language.locale()) + ": " + whole
                : whole;
    }

    private String title(LocatedSession at, Language language) {
        var own = text(at.session().title(), language);
        if (own != null) {
            return oneLine(own);
        }
        var kind = at.session().kind();
        var words = messages.getMessage("kind." + kind, null, kind, language.locale());
        return at.ordinal() > 0 ? words + " " + at.ordinal() : String.valueOf(words);
    }

    private static @Nullable String text(@Nullable Map<String, String> texts, Language language) {
        var phrase = Phrase.in(language, texts);
        return phrase == null ? null : phrase.text();
    }

    private static Optional<When> when(Session session) {
        var date = session.date();
        if (date == null) {
            return Optional.empty();
        }
        var starts = session.startsAt();
        if (starts == null) {
            return Optional.of(new When.Day(date));
        }
        var ends = session.endsAt();
        return Optional.of(
                new When.Times(
                        starts.atZone(session.timeZone()),
                        ends == null ? null : ZonedDateTime.ofInstant(ends, session.timeZone())));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ").strip();
    }
}
