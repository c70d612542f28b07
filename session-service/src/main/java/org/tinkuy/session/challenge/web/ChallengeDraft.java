package org.tinkuy.session.challenge.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LARGEST_NUMBER;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
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
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.challenge.ChallengeId;
import org.tinkuy.session.programme.ChangeDraft;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;

/// What an organiser reads and sends back. What is absent is not stated any more.
///
/// @param id not changed by what is sent
/// @param slug how it is called in addresses; said, or made of its title, when it is begun, and not
///   changed any more
/// @param version of the draft as the organiser saw it; 0: there was none, and it is begun
record ChallengeDraft(
        @Nullable UUID id,
        @Nullable @Pattern(regexp = SLUG, message = SLUG_WORDS) @Size(max = SLUG_LENGTH)
                String slug,
        @NotNull Long version,
        @NotEmpty @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @OneLine @CodePointLength(max = TEXT_LENGTH) String>
                        title,
        @Nullable @Min(1) @Max(LARGEST_NUMBER) Integer edition,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String kind,
        @Nullable Year year,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @CodePointLength(max = TEXT_LENGTH) String>
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

    /// @param others of its programme; editions of one challenge are called alike
    Challenge begun(ChallengeId begun, List<Challenge> others) {
        var beside =
                others.stream().filter(other -> Objects.equals(other.edition(), edition)).toList();
        return stated(
                begun,
                ChangeDraft.slug(
                        slug, new TextByLanguage(title), "challenge", beside, Challenge::slug),
                Draft.FIRST_VERSION);
    }

    Challenge changed(Challenge before) {
        return stated(before.id(), before.slug(), before.version() + 1);
    }

    private Challenge stated(ChallengeId its, String called, long next) {
        return new Challenge(
                its,
                called,
                next,
                new TextByLanguage(title),
                edition,
                kind,
                year,
                TextByLanguage.of(aim),
                entrants,
                answersTo);
    }
}
