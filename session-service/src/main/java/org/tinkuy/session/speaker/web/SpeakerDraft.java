package org.tinkuy.session.speaker.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.SLUG;
import static org.tinkuy.session.programme.Bounds.SLUG_LENGTH;
import static org.tinkuy.session.programme.Bounds.SLUG_WORDS;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.ChangeDraft;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.Impossible;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;

/// What an organiser reads and sends back. What is absent is not stated any more.
///
/// @param id not changed by what is sent
/// @param slug how they are called in addresses; said, or made of their name, when they are begun,
///   and not changed any more
/// @param version of the draft as the organiser saw it; 0: there was none, and it is begun
/// @param agreed on which day they agreed to be shown in public; absent: they are not shown
/// @param answer what they said themselves; not changed by what is sent
record SpeakerDraft(
        @Nullable UUID id,
        @Nullable @Pattern(regexp = SLUG, message = SLUG_WORDS) @Size(max = SLUG_LENGTH)
                String slug,
        @NotNull Long version,
        @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String name,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String role,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String institution,
        @Nullable @Size(max = LANGUAGES)
                List<@NotNull @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String>
                        languages,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @CodePointLength(max = TEXT_LENGTH) String>
                        biography,
        @Nullable String address,
        @Nullable LocalDate agreed,
        @Nullable Answer answer) {

    record Answer(boolean agrees, Instant at) {

        static @Nullable Answer of(Speaker.@Nullable Answer answer) {
            return answer == null ? null : new Answer(answer.agrees(), answer.at());
        }
    }

    SpeakerDraft {
        role = Stated.orNull(role);
        institution = Stated.orNull(institution);
        address = Stated.orNull(address);
    }

    static SpeakerDraft of(Speaker speaker) {
        var address = speaker.address();
        return new SpeakerDraft(
                speaker.id().value(),
                speaker.slug(),
                speaker.version(),
                speaker.name(),
                speaker.role(),
                speaker.institution(),
                speaker.languages(),
                TextByLanguage.textsOf(speaker.biography()),
                address == null ? null : address.value(),
                speaker.agreed(),
                Answer.of(speaker.answer()));
    }

    /// What no constraint says.
    List<FieldError> faults() {
        var errors = new FieldErrors();
        if (address != null) {
            errors.address("address", address);
        }
        return errors.all();
    }

    /// @param others of its programme
    Speaker begun(SpeakerId begun, List<Speaker> others) {
        return stated(
                begun,
                ChangeDraft.slug(
                        slug,
                        new TextByLanguage(Map.of("en", name)),
                        "speaker",
                        others,
                        Speaker::slug),
                Draft.FIRST_VERSION,
                null);
    }

    Speaker changed(Speaker before) {
        if (before.contradicts(agreed)) {
            throw new Impossible("agreed", "They said themselves that they are not to be shown.");
        }
        return stated(before.id(), before.slug(), before.version() + 1, before.answer());
    }

    private Speaker stated(
            SpeakerId its, String called, long next, Speaker.@Nullable Answer answered) {
        return new Speaker(
                its,
                called,
                next,
                name.strip(),
                role,
                institution,
                languages == null ? List.of() : languages.stream().distinct().toList(),
                TextByLanguage.of(biography),
                address == null ? null : EmailAddress.parse(address).orElseThrow(),
                agreed,
                answered);
    }
}
