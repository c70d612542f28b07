package org.tinkuy.session.importing.file;

import static org.tinkuy.session.programme.Bounds.LARGEST_NUMBER;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
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
import java.time.Year;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.challenge.ChallengeId;
import org.tinkuy.session.programme.Stated;

record ChallengeEntry(
        @NotNull @Pattern(regexp = SLUG, message = SLUG_WORDS) @Size(max = SLUG_LENGTH) String slug,
        @NotNull @Valid Titles title,
        @Nullable @Min(1) @Max(LARGEST_NUMBER) Integer edition,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String kind,
        @Nullable Year year,
        @Nullable @Valid Texts aim,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String entrants,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String answersTo) {

    ChallengeEntry {
        kind = Stated.orNull(kind);
        entrants = Stated.orNull(entrants);
        answersTo = Stated.orNull(answersTo);
    }

    Challenge toChallenge() {
        return new Challenge(
                ChallengeId.next(),
                slug,
                Challenge.FIRST_VERSION,
                title.toText(),
                edition,
                kind,
                year,
                Texts.textOf(aim),
                entrants,
                answersTo);
    }

    static ChallengeEntry of(Challenge challenge) {
        return new ChallengeEntry(
                challenge.slug(),
                new Titles(challenge.title().byLanguage()),
                challenge.edition(),
                challenge.kind(),
                challenge.year(),
                Texts.of(challenge.aim()),
                challenge.entrants(),
                challenge.answersTo());
    }
}
