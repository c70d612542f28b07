package org.tinkuy.session.challenge.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LARGEST_NUMBER;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Year;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;

/// What an organiser reads and sends back. What is absent is not stated any more.
///
/// @param id not changed by what is sent, nor is `slug`
/// @param version of the draft as the organiser saw it
record ChallengeDraft(
        @Nullable UUID id,
        @Nullable String slug,
        @NotNull Long version,
        @NotEmpty @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @NotBlank @OneLine @CodePointLength(max = TEXT_LENGTH) String>
                        title,
        @Nullable @Min(1) @Max(LARGEST_NUMBER) Integer edition,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String kind,
        @Nullable Year year,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @NotBlank @CodePointLength(max = TEXT_LENGTH) String>
                        aim,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String entrants,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String answersTo) {

    ChallengeDraft {
        kind = Stated.orNull(kind);
        entrants = Stated.orNull(entrants);
        answersTo = Stated.orNull(answersTo);
    }

    static ChallengeDraft of(Challenge challenge) {
        return new ChallengeDraft(
                challenge.id().value(),
                challenge.slug(),
                challenge.version(),
                challenge.title().byLanguage(),
                challenge.edition(),
                challenge.kind(),
                challenge.year(),
                TextByLanguage.textsOf(challenge.aim()),
                challenge.entrants(),
                challenge.answersTo());
    }

    Challenge changed(Challenge before) {
        return new Challenge(
                before.id(),
                before.slug(),
                before.version() + 1,
                new TextByLanguage(title),
                edition,
                kind,
                year,
                TextByLanguage.of(aim),
                entrants,
                answersTo);
    }
}
