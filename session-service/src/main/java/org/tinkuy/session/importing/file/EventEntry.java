package org.tinkuy.session.importing.file;

import static org.tinkuy.session.programme.Bounds.LARGEST_NUMBER;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.MOST_ENTRIES;
import static org.tinkuy.session.programme.Bounds.MOST_SESSIONS;
import static org.tinkuy.session.programme.Bounds.SLUG;
import static org.tinkuy.session.programme.Bounds.SLUG_LENGTH;
import static org.tinkuy.session.programme.Bounds.SLUG_WORDS;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Stated;

record EventEntry(
        @NotNull @Pattern(regexp = SLUG, message = SLUG_WORDS) @Size(max = SLUG_LENGTH) String slug,
        @NotNull @Valid Titles title,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String region,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String note,
        @Nullable @Valid Texts description,
        @Nullable @Min(1) @Max(LARGEST_NUMBER) Integer sequence,
        @Nullable ZoneId timeZone,
        @Nullable LocalDate announced,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Size(max = MOST_ENTRIES) List<@Seen @CodePointLength(max = TEXT_LENGTH) String> facts,
        @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> topics,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull Participant> participants,
        @Size(max = MOST_SESSIONS) List<@Valid @NotNull SessionEntry> sessions) {

    EventEntry {
        region = Stated.orNull(region);
        note = Stated.orNull(note);
    }

    record Participant(@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String role) {}

    Event toEvent(EventId id) {
        return new Event(
                id,
                slug,
                Event.FIRST_VERSION,
                title.toText(),
                region,
                note,
                Texts.textOf(description),
                sequence,
                timeZone,
                announced,
                starts,
                ends,
                facts,
                topics,
                participants.stream().map(Participant::role).toList());
    }

    static EventEntry of(Event event, List<SessionEntry> sessions) {
        return new EventEntry(
                event.slug(),
                new Titles(event.title().byLanguage()),
                event.region(),
                event.note(),
                Texts.of(event.description()),
                event.sequence(),
                event.timeZone(),
                event.announced(),
                event.starts(),
                event.ends(),
                event.facts(),
                event.topics(),
                event.participants().stream().map(Participant::new).toList(),
                sessions);
    }
}
