package org.tinkuy.session.programme.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LARGEST_NUMBER;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.MOST_ENTRIES;
import static org.tinkuy.session.programme.Bounds.SLUG;
import static org.tinkuy.session.programme.Bounds.SLUG_LENGTH;
import static org.tinkuy.session.programme.Bounds.SLUG_WORDS;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.ChangeDraft;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;

/// What an organiser reads and sends back. What is absent is not stated any more.
///
/// @param id not changed by what is sent
/// @param slug how it is called in addresses; said, or made of its title, when it is begun, and not
///   changed any more
/// @param version of the draft as the organiser saw it; 0: there was none, and it is begun
record EventDraft(
        @Nullable UUID id,
        @Nullable @Pattern(regexp = SLUG, message = SLUG_WORDS) @Size(max = SLUG_LENGTH)
                String slug,
        @NotNull Long version,
        @NotEmpty @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @OneLine @CodePointLength(max = TEXT_LENGTH) String>
                        title,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String region,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String note,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @CodePointLength(max = TEXT_LENGTH) String>
                        description,
        @Nullable @Min(1) @Max(LARGEST_NUMBER) Integer sequence,
        @Nullable ZoneId timeZone,
        @Nullable LocalDate announced,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @CodePointLength(max = TEXT_LENGTH) String> facts,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> topics,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> participants) {

    EventDraft {
        region = Stated.orNull(region);
        note = Stated.orNull(note);
    }

    static EventDraft of(Event event) {
        return new EventDraft(
                event.id().value(),
                event.slug(),
                event.version(),
                event.title().byLanguage(),
                event.region(),
                event.note(),
                TextByLanguage.textsOf(event.description()),
                event.sequence(),
                event.timeZone(),
                event.announced(),
                event.starts(),
                event.ends(),
                event.facts(),
                event.topics(),
                event.participants());
    }

    /// @param others of its programme
    Event begun(EventId begun, List<Event> others) {
        return stated(
                begun,
                ChangeDraft.slug(slug, new TextByLanguage(title), "event", others, Event::slug),
                Draft.FIRST_VERSION);
    }

    Event changed(Event before) {
        return stated(before.id(), before.slug(), before.version() + 1);
    }

    private Event stated(EventId its, String called, long next) {
        return new Event(
                its,
                called,
                next,
                new TextByLanguage(title),
                region,
                note,
                TextByLanguage.of(description),
                sequence,
                timeZone,
                announced,
                starts,
                ends,
                ProgrammeDraft.listed(facts),
                ProgrammeDraft.listed(topics),
                ProgrammeDraft.listed(participants));
    }
}
