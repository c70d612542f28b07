package org.tinkuy.session.publication;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.speaker.Speaker;

/// A speaker within the published state of a programme.
public record SpeakerPublished(
        UUID id,
        String slug,
        String name,
        @Nullable String role,
        @Nullable String institution,
        List<String> languages,
        @Nullable Map<String, String> biography) {

    static SpeakerPublished of(Speaker speaker) {
        return new SpeakerPublished(
                speaker.id().value(),
                speaker.slug(),
                speaker.name(),
                speaker.role(),
                speaker.institution(),
                speaker.languages(),
                TextByLanguage.textsOf(speaker.biography()));
    }
}
