package org.tinkuy.session.schedule.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionKind;

/// What an organiser reads and sends back. What is absent is not stated any more; where and when it
/// takes place and how many find a seat have endpoints of their own.
///
/// @param id not changed by what is sent
/// @param version of the draft as the organiser saw it
/// @param override why it becomes a plenary although rules speak against it
record SessionDraft(
        @Nullable UUID id,
        @NotNull Long version,
        @NotNull SessionKind kind,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @NotBlank @OneLine @CodePointLength(max = TEXT_LENGTH) String>
                        title,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String note,
        @Nullable Overrides override) {

    SessionDraft {
        note = Stated.orNull(note);
    }

    static SessionDraft of(Session session) {
        return new SessionDraft(
                session.id().value(),
                session.version(),
                session.kind(),
                TextByLanguage.textsOf(session.title()),
                session.note(),
                null);
    }

    Session.Texts toTexts() {
        return new Session.Texts(kind, TextByLanguage.of(title), note);
    }

    Insistence insistence() {
        return Overrides.insistence(override, null);
    }
}
