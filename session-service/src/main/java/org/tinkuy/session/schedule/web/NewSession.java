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
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.schedule.Capacity;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.People;
import org.tinkuy.session.schedule.SessionKind;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.schedule.SessionTimes;

/// What an organiser sends. What is absent is to be announced, inherited or not limited.
///
/// @param place absent, null or blank: its programme's
/// @param override why it is scheduled although rules speak against it
/// @param meant the questions of a refusal to which the answer is yes
record NewSession(
        @Nullable UUID eventId,
        @NotNull SessionKind kind,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String>
                        title,
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
        @Nullable Overrides override,
        @Nullable Set<@NotNull Doubt> meant) {

    NewSession {
        place = Stated.orNull(place);
    }

    Insistence insistence() {
        return Overrides.insistence(override, meant);
    }

    SessionPlan toPlan() {
        return new SessionPlan(
                eventId == null ? null : new EventId(eventId),
                kind,
                TextByLanguage.of(title),
                null,
                TextByLanguage.of(description),
                new SessionTimes(date, starts, ends),
                timeZone,
                place,
                capacity == null ? null : new Capacity(capacity),
                SessionDraft.people(speakers, moderators));
    }
}
