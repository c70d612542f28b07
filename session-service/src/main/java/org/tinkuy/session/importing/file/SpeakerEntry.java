package org.tinkuy.session.importing.file;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.SLUG;
import static org.tinkuy.session.programme.Bounds.SLUG_LENGTH;
import static org.tinkuy.session.programme.Bounds.SLUG_WORDS;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;

/// @param slug by which sessions name them
/// @param address read, and never written: a file that is exported is public
/// @param agreed on which day they agreed to be shown in public
record SpeakerEntry(
        @NotNull @Pattern(regexp = SLUG, message = SLUG_WORDS) @Size(max = SLUG_LENGTH) String slug,
        @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String name,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String role,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String institution,
        @Size(max = LANGUAGES)
                List<@NotNull @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String>
                        languages,
        @Nullable @Valid Texts biography,
        @Nullable String address,
        @Nullable LocalDate agreed) {

    SpeakerEntry {
        role = Stated.orNull(role);
        institution = Stated.orNull(institution);
        address = Stated.orNull(address);
    }

    /// What no constraint says.
    List<FieldError> faults() {
        var errors = new FieldErrors();
        if (address != null) {
            errors.address("address", address);
        }
        return errors.all();
    }

    /// Without [#faults].
    Speaker toSpeaker(SpeakerId id) {
        return new Speaker(
                id,
                slug,
                Speaker.FIRST_VERSION,
                name.strip(),
                role,
                institution,
                languages.stream().distinct().toList(),
                Texts.textOf(biography),
                address == null ? null : EmailAddress.parse(address).orElseThrow(),
                agreed,
                null);
    }

    static SpeakerEntry of(Speaker speaker) {
        return new SpeakerEntry(
                speaker.slug(),
                speaker.name(),
                speaker.role(),
                speaker.institution(),
                speaker.languages(),
                Texts.of(speaker.biography()),
                null,
                speaker.agreed());
    }
}
