package org.tinkuy.site.organiser;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.languages.Language;
import org.tinkuy.site.calendar.FeedEntries;
import org.tinkuy.site.organiser.AttendeeRegistrations.Exported;
import org.tinkuy.site.organiser.sheet.Cell;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Phrase;

/// A list of registrations in the words of an organiser. Its moments are by the clock of the
/// programme, which the names of their columns say.
@Component
class RegistrationColumns {

    /// Where pages may break a long word.
    private static final String SOFT_HYPHEN = "\u00AD";

    private static final List<String> OF_WHOM =
            List.of(
                    "desk.field.name",
                    "register.address",
                    "details.language",
                    "organiser.state",
                    "desk.event",
                    "organiser.session");

    private static final List<String> WHEN =
            List.of(
                    "organiser.column.starts",
                    "organiser.requested",
                    "organiser.column.waitlisted",
                    "organiser.column.confirmed",
                    "organiser.column.cancelled");

    private final MessageSource messages;
    private final FeedEntries entries;

    RegistrationColumns(MessageSource messages, FeedEntries entries) {
        this.messages = messages;
        this.entries = entries;
    }

    String title(Language language) {
        return say("organiser.heading", language);
    }

    List<String> names(Programme of, Language language) {
        return Stream.of(
                        OF_WHOM.stream().map(key -> say(key, language)),
                        WHEN.stream().map(key -> say(key, language) + " (" + of.timeZone() + ")"),
                        Stream.of(say("organiser.column.number", language)))
                .flatMap(names -> names)
                .toList();
    }

    List<Cell> row(Exported one, Programme of, Schedule schedule, Language language) {
        var at = schedule.located(one.sessionId()).orElse(null);
        var clock = of.timeZone();
        var person = one.attendee();
        return List.of(
                Cell.of(person == null ? say("organiser.erased", language) : person.name()),
                Cell.of(person == null ? null : person.address()),
                Cell.of(person == null ? null : languageName(person.language())),
                Cell.of(state(one.status(), language)),
                Cell.of(
                        at == null || at.event() == null
                                ? null
                                : text(at.event().title(), language)),
                Cell.of(at == null ? one.sessionId().toString() : entries.called(at, language)),
                starts(at, clock),
                Cell.of(one.requestedAt(), clock),
                Cell.of(one.waitlistedAt(), clock),
                Cell.of(one.confirmedAt(), clock),
                Cell.of(one.cancelledAt(), clock),
                Cell.of(one.id().toString()));
    }

    private static Cell starts(@Nullable LocatedSession at, ZoneId clock) {
        if (at == null) {
            return Cell.EMPTY;
        }
        var session = at.session();
        return session.startsAt() == null && session.date() != null
                ? Cell.of(session.date().toString())
                : Cell.of(session.startsAt(), clock);
    }

    private static String languageName(String tag) {
        return Language.of(tag).map(Language::ownName).orElse(tag);
    }

    private String state(String status, Language language) {
        var words = messages.getMessage("short." + status, null, status, language.locale());
        return String.valueOf(words).replace(SOFT_HYPHEN, "");
    }

    private String say(String key, Language language) {
        return messages.getMessage(key, null, language.locale()).replace(SOFT_HYPHEN, "");
    }

    private static @Nullable String text(Map<String, String> texts, Language language) {
        var phrase = Phrase.in(language, texts);
        return phrase == null ? null : phrase.text();
    }
}
