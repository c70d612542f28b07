package org.tinkuy.session.schedule.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.TextByLanguage;

/// @param reason what people read, by language
record SessionCancellation(
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @CodePointLength(max = 500) String>
                        reason) {

    @Nullable TextByLanguage toReason() {
        return TextByLanguage.of(reason);
    }
}
