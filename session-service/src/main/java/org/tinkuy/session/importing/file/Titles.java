package org.tinkuy.session.importing.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.TextByLanguage;

/// One line by language: `{es: …, en: …}`.
record Titles(
        @JsonValue @NotEmpty @Size(max = Bounds.LANGUAGES)
                Map<
                                @Pattern(regexp = Bounds.LANGUAGE) String,
                                @Seen @OneLine @CodePointLength(max = Bounds.TEXT_LENGTH) String>
                        byLanguage) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Titles {}

    TextByLanguage toText() {
        return new TextByLanguage(byLanguage);
    }

    static @Nullable Titles of(@Nullable TextByLanguage text) {
        return text == null ? null : new Titles(text.byLanguage());
    }

    static @Nullable TextByLanguage textOf(@Nullable Titles titles) {
        return titles == null ? null : titles.toText();
    }
}
