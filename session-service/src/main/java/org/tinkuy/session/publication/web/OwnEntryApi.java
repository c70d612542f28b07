package org.tinkuy.session.publication.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.publication.OwnEntry;
import org.tinkuy.session.speaker.InvitationSecret;
import org.tinkuy.session.speaker.Speaker;
import reactor.core.publisher.Mono;

/// What a speaker does by the link of an invitation. The secret comes in the body: addresses are
/// logged on the way.
@RestController
class OwnEntryApi {

    record Link(@Seen @OneLine @Size(max = 100) String token) {}

    /// @param version of the entry as the speaker saw it
    /// @param agrees to be shown in public
    record Answer(
            @Seen @OneLine @Size(max = 100) String token,
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
            @NotNull Boolean agrees) {

        Speaker.Own own() {
            return new Speaker.Own(
                    name.strip(),
                    Stated.orNull(role),
                    Stated.orNull(institution),
                    languages == null ? List.of() : languages.stream().distinct().toList(),
                    TextByLanguage.of(biography));
        }
    }

    /// @param programme what the programme is called
    /// @param agrees `null`: they have not said
    record OwnSpeakerEntry(
            UUID programmeId,
            Map<String, String> programme,
            long version,
            String name,
            @Nullable String role,
            @Nullable String institution,
            List<String> languages,
            @Nullable Map<String, String> biography,
            @Nullable Boolean agrees) {

        static OwnSpeakerEntry of(OwnEntry.Entry entry) {
            var speaker = entry.speaker();
            var answer = speaker.answer();
            return new OwnSpeakerEntry(
                    entry.programme().id().value(),
                    entry.programme().profile().title().byLanguage(),
                    speaker.version(),
                    speaker.name(),
                    speaker.role(),
                    speaker.institution(),
                    speaker.languages(),
                    TextByLanguage.textsOf(speaker.biography()),
                    answer == null ? null : answer.agrees());
        }
    }

    private final OwnEntry ownEntry;
    private final InputRules rules;

    OwnEntryApi(OwnEntry ownEntry, InputRules rules) {
        this.ownEntry = ownEntry;
        this.rules = rules;
    }

    @PostMapping("/api/speaker-invitations/preview")
    Mono<OwnSpeakerEntry> look(@RequestBody Link link) {
        var secret = new InvitationSecret(rules.check(link).token());
        return Uncancelled.run(ownEntry.of(secret)).map(OwnSpeakerEntry::of);
    }

    @PostMapping("/api/speaker-invitations")
    Mono<OwnSpeakerEntry> answer(@RequestBody Answer answer) {
        var checked = rules.check(answer);
        return Uncancelled.run(
                        ownEntry.answer(
                                new InvitationSecret(checked.token()),
                                checked.version(),
                                checked.own(),
                                checked.agrees()))
                .map(OwnSpeakerEntry::of);
    }
}
