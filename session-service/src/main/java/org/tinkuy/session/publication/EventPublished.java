package org.tinkuy.session.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.TextByLanguage;

/// An event within the published state of its programme.
public record EventPublished(
        UUID id,
        String slug,
        Map<String, String> title,
        @Nullable String region,
        @Nullable String note,
        @Nullable Map<String, String> description,
        @Nullable Integer sequence,
        @Nullable String timeZone,
        @Nullable LocalDate announced,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        List<String> facts,
        List<String> topics,
        List<String> participants) {

    static EventPublished of(Event event) {
        var zone = event.timeZone();
        return new EventPublished(
                event.id().value(),
                event.slug(),
                event.title().byLanguage(),
                event.region(),
                event.note(),
                TextByLanguage.textsOf(event.description()),
                event.sequence(),
                zone == null ? null : zone.getId(),
                event.announced(),
                event.starts(),
                event.ends(),
                event.facts(),
                event.topics(),
                event.participants());
    }
}
