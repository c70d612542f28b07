package org.tinkuy.site.calendar;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.calendar.CalendarEntry;
import org.tinkuy.calendar.CalendarEntry.Status;
import org.tinkuy.calendar.CalendarEntry.When;
import org.tinkuy.languages.Language;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;
import org.tinkuy.site.visitor.Phrase;

/// Sessions in the words of a calendar. What has no date is in no calendar yet.
@Component
public class FeedEntries {

    /// Where pages may break a long word.
    private static final String SOFT_HYPHEN = "\u00AD";

    private final MessageSource messages;
    private final URI publicUrl;

    FeedEntries(MessageSource messages, SiteProperties properties) {
        this.messages = messages;
        this.publicUrl = properties.publicUrl();
    }

    List<CalendarEntry> of(List<LocatedSession> sessions, Language language) {
        return sessions.stream()
                .map(at -> of(at, Status.CONFIRMED, null, language))
                .flatMap(Optional::stream)
                .toList();
    }

    /// @param status where the session takes place
    /// @param since when it came to be that; `null`: with the session
    Optional<CalendarEntry> of(
            LocatedSession at, Status status, @Nullable Instant since, Language language) {
        var session = at.session();
        var changed = requireNonNull(at.changedAt());
        return when(session)
                .map(when ->
                        new CalendarEntry(
                                session.id(),
                                session.version(),
                                since != null && since.isAfter(changed) ? since : changed,
                                when,
                                summary(at, language),
                                description(at, language),
                                session.place() == null ? null : oneLine(session.place()),
                                publicUrl.resolve(at.path()),
                                session.isCancelled() ? Status.CANCELLED : status));
    }

    /// Of what one person comes to. Several may share it: people behind one address.
    String ownTitle(Language language) {
        return say("registrations.title", language).replace(SOFT_HYPHEN, "") + " · Tinkuy";
    }

    String title(@Nullable Map<String, String> title, Language language) {
        var text = text(title, language);
        return text == null ? "Tinkuy" : oneLine(text);
    }

    private String summary(LocatedSession at, Language language) {
        var name = name(at, language);
        return at.session().isCancelled()
                ? say("label", language, say("session.cancelled", language)) + " " + name
                : name;
    }

    /// In a calendar nothing stands around a session that says what it belongs to. Mails name it in
    /// the same way.
    public String name(LocatedSession at, Language language) {
        var event = at.event();
        return called(at, language)
                + " · "
                + title(event == null ? at.programme().title() : event.title(), language);
    }

    /// Its title, or its kind, numbered where others are called the same.
    public String called(LocatedSession at, Language language) {
        var own = text(at.session().title(), language);
        if (own != null) {
            return oneLine(own);
        }
        var kind = at.session().kind();
        var words = messages.getMessage("kind." + kind, null, kind, language.locale());
        return at.ordinal() > 0 ? words + " " + at.ordinal() : String.valueOf(words);
    }

    private @Nullable String description(LocatedSession at, Language language) {
        var session = at.session();
        var note = session.note();
        var cancelled = session.cancelled();
        var words =
                Stream.of(
                                Optional.ofNullable(
                                        cancelled == null
                                                ? note == null
                                                        ? null
                                                        : at.programme()
                                                                .plain(language, note)
                                                                .text()
                                                : text(cancelled.reason(), language)),
                                endUnknown(session, language))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\n\n"));
        return words.isEmpty() ? null : words;
    }

    /// A calendar shows an entry without an end as a moment (RFC 5545 §3.6.1).
    Optional<String> endUnknown(Session session, Language language) {
        return session.isOpenEnded()
                ? Optional.of(say("session.end-to-be-announced", language))
                : Optional.empty();
    }

    private String say(String key, Language language, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
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
