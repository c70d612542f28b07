package org.tinkuy.session.dialogue.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.dialogue.FollowUpId;
import org.tinkuy.session.programme.Draft;

/// What an organiser reads and sends back. What is absent is not stated any more.
///
/// @param id not changed by what is sent
/// @param version of the draft as the organiser saw it; 0: there was none, and it is begun
record FollowUpDraft(
        @Nullable UUID id,
        @NotNull Long version,
        @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String country,
        @Nullable ZoneId timeZone,
        @Nullable @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String language) {

    static FollowUpDraft of(FollowUp followUp) {
        return new FollowUpDraft(
                followUp.id().value(),
                followUp.version(),
                followUp.country(),
                followUp.timeZone(),
                followUp.language());
    }

    FollowUp begun(FollowUpId begun) {
        return new FollowUp(begun, Draft.FIRST_VERSION, country, timeZone, language);
    }

    FollowUp changed(FollowUp before) {
        return new FollowUp(before.id(), before.version() + 1, country, timeZone, language);
    }
}
