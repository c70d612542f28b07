package org.tinkuy.session.schedule.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.schedule.Capacity;
import org.tinkuy.session.schedule.People;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionKind;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.schedule.SessionTimes;

/// What an organiser reads and sends back. What is absent is to be announced, inherited or not
/// limited.
///
/// @param id not changed by what is sent
/// @param programmeId needed where it is begun; not changed afterwards
/// @param version of the draft as the organiser saw it; 0: there was none, and it is begun
/// @param place absent, null or blank: its programme's
/// @param cancelled that it is not to take place; not changed by what is sent
record SessionDraft(
        @Nullable UUID id,
        @Nullable UUID programmeId,
        @NotNull Long version,
        @Nullable UUID eventId,
        @NotNull SessionKind kind,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @OneLine @CodePointLength(max = TEXT_LENGTH) String>
                        title,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String note,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @CodePointLength(max = TEXT_LENGTH) String>
                        description,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable ZoneId timeZone,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String place,
        @Nullable @Min(1) @Max(Capacity.LARGEST) Integer capacity,
        @Nullable @Size(max = People.MOST) List<@NotNull UUID> speakers,
        @Nullable @Size(max = People.MOST) List<@NotNull UUID> moderators,
        @Nullable Boolean cancelled) {

    SessionDraft {
        note = Stated.orNull(note);
        place = Stated.orNull(place);
    }

    /// Where it is begun, it has to say of what.
    List<FieldError> faults() {
        return programmeId == null && version != null && version == Draft.NOT_BEGUN
                ? List.of(
                        new FieldError(
                                "programmeId", "required", "The session belongs to a programme."))
                : List.of();
    }

    static SessionDraft of(Session session) {
        var eventId = session.eventId();
        var capacity = session.capacity();
        return new SessionDraft(
                session.id().value(),
                session.programmeId().value(),
                session.version(),
                eventId == null ? null : eventId.value(),
                session.kind(),
                TextByLanguage.textsOf(session.title()),
                session.note(),
                TextByLanguage.textsOf(session.description()),
                session.times().date(),
                session.times().starts(),
                session.times().ends(),
                session.ownTimeZone(),
                session.place(),
                capacity == null ? null : capacity.seats(),
                session.people().speakerIds(),
                session.people().moderatorIds(),
                session.cancellation() == null ? null : true);
    }

    SessionPlan toPlan() {
        return new SessionPlan(
                eventId == null ? null : new EventId(eventId),
                kind,
                TextByLanguage.of(title),
                note,
                TextByLanguage.of(description),
                new SessionTimes(date, starts, ends),
                timeZone,
                place,
                capacity == null ? null : new Capacity(capacity),
                people(speakers, moderators));
    }

    static People people(@Nullable List<UUID> speakers, @Nullable List<UUID> moderators) {
        return People.of(
                speakers == null ? List.of() : speakers,
                moderators == null ? List.of() : moderators);
    }
}
