package org.tinkuy.session.importing.file;

import static org.tinkuy.session.importing.file.ProgrammeFile.LINE_LENGTH;
import static org.tinkuy.session.importing.file.ProgrammeFile.SLUG;
import static org.tinkuy.session.importing.file.ProgrammeFile.SLUG_LENGTH;
import static org.tinkuy.session.importing.file.ProgrammeFile.TEXT_LENGTH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Challenge;
import org.tinkuy.session.programme.ChallengeId;

record ChallengeEntry(
        @NotNull @Pattern(regexp = SLUG) @Size(max = SLUG_LENGTH) String slug,
        @NotNull @Valid Texts title,
        @Nullable @Min(1) @Max(1000) Integer edition,
        @Nullable @Size(max = LINE_LENGTH) String kind,
        @Nullable Year year,
        @Nullable @Valid Texts aim,
        @Nullable @Size(max = TEXT_LENGTH) String entrants,
        @Nullable @Size(max = TEXT_LENGTH) String answersTo) {

    Challenge toChallenge() {
        return new Challenge(
                ChallengeId.next(),
                slug,
                title.toText(),
                edition,
                kind,
                year,
                Texts.textOf(aim),
                entrants,
                answersTo);
    }
}
