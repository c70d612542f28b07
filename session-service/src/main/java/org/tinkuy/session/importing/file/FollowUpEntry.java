package org.tinkuy.session.importing.file;

import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.dialogue.FollowUpId;
import org.tinkuy.session.programme.Bounds;

record FollowUpEntry(
        @Seen @OneLine @CodePointLength(max = Bounds.LINE_LENGTH) String country,
        @Nullable ZoneId timeZone,
        @Nullable @Pattern(regexp = Bounds.LANGUAGE, message = Bounds.LANGUAGE_WORDS)
                String language) {

    FollowUp toFollowUp() {
        return new FollowUp(FollowUpId.next(), FollowUp.FIRST_VERSION, country, timeZone, language);
    }

    static FollowUpEntry of(FollowUp followUp) {
        return new FollowUpEntry(followUp.country(), followUp.timeZone(), followUp.language());
    }
}
