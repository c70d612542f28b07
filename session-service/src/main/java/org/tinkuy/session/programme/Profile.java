package org.tinkuy.session.programme;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;

/// What a programme says of itself.
///
/// @param description in Markdown
/// @param contact whom attendees write to; public
/// @param translations by language, of any text in it or in what belongs to it that is written in
///   one language only: from that text to the same in the other language
public record Profile(
        TextByLanguage title,
        @Nullable TextByLanguage motto,
        @Nullable TextByLanguage description,
        List<String> organisers,
        @Nullable String fundedBy,
        @Nullable EmailAddress contact,
        List<String> audience,
        @Nullable Integer expectedParticipants,
        List<String> topics,
        List<String> facts,
        List<String> challengesRaised,
        List<String> streamDestinations,
        @Nullable Map<String, Map<String, String>> translations) {

    public Profile {
        organisers = List.copyOf(organisers);
        audience = List.copyOf(audience);
        topics = List.copyOf(topics);
        facts = List.copyOf(facts);
        challengesRaised = List.copyOf(challengesRaised);
        streamDestinations = List.copyOf(streamDestinations);
        translations = translations == null ? Map.of() : inOrder(translations);
    }

    private static Map<String, Map<String, String>> inOrder(
            Map<String, Map<String, String>> translations) {
        var ordered = new LinkedHashMap<String, Map<String, String>>();
        translations.forEach((language, texts) ->
                ordered.put(language, Collections.unmodifiableMap(new LinkedHashMap<>(texts))));
        return Collections.unmodifiableMap(ordered);
    }

    /// Never `null`: rows that are older have none.
    @Override
    public Map<String, Map<String, String>> translations() {
        return requireNonNull(translations);
    }

    public static Profile titled(TextByLanguage title) {
        return new Profile(
                title, null, null, List.of(), null, null, List.of(), null, List.of(), List.of(),
                List.of(), List.of(), Map.of());
    }
}
