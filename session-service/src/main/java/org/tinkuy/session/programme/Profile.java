package org.tinkuy.session.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a programme says of itself.
public record Profile(
        TextByLanguage title,
        @Nullable TextByLanguage motto,
        List<String> organisers,
        @Nullable String fundedBy,
        List<String> audience,
        @Nullable Integer expectedParticipants,
        List<String> topics,
        List<String> facts,
        List<String> challengesRaised,
        List<String> streamDestinations) {

    public Profile {
        organisers = List.copyOf(organisers);
        audience = List.copyOf(audience);
        topics = List.copyOf(topics);
        facts = List.copyOf(facts);
        challengesRaised = List.copyOf(challengesRaised);
        streamDestinations = List.copyOf(streamDestinations);
    }

    public static Profile titled(TextByLanguage title) {
        return new Profile(
                title, null, List.of(), null, List.of(), null, List.of(), List.of(), List.of(),
                List.of());
    }
}
