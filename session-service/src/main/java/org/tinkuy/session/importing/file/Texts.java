package org.tinkuy.session.importing.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.TextByLanguage;

/// A text by language: `{es: …, en: …}`.
record Texts(
        @NotEmpty @Size(max = 20)
                Map<
                                @Pattern(regexp = ProgrammeFile.LANGUAGE) String,
                                @NotBlank @Size(max = ProgrammeFile.TEXT_LENGTH) String>
                        byLanguage) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Texts {}

    TextByLanguage toText() {
        return new TextByLanguage(byLanguage);
    }

    static @Nullable TextByLanguage textOf(@Nullable Texts texts) {
        return texts == null ? null : texts.toText();
    }
}
