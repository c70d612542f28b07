package org.tinkuy.session.importing.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.TextByLanguage;

/// A text by language: `{es: …, en: …}`.
record Texts(
        @JsonValue @NotEmpty @Size(max = Bounds.LANGUAGES)
                Map<
                                @Pattern(regexp = Bounds.LANGUAGE, message = Bounds.LANGUAGE_WORDS)
                                String,
                                @Seen @CodePointLength(max = Bounds.TEXT_LENGTH) String>
                        byLanguage) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Texts {}

    TextByLanguage toText() {
        return new TextByLanguage(byLanguage);
    }

    static @Nullable Texts of(@Nullable TextByLanguage text) {
        return text == null ? null : new Texts(text.byLanguage());
    }

    static @Nullable TextByLanguage textOf(@Nullable Texts texts) {
        return texts == null ? null : texts.toText();
    }
}
