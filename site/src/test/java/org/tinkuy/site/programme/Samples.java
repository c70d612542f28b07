package org.tinkuy.site.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Programmes and sessions that state no more than they must.
final class Samples {

    static final ZoneId LIMA = ZoneId.of("America/Lima");

    private Samples() {}

    static Programme programme(String slug, Programme.Event... events) {
        return programme(UUID.randomUUID(), slug, List.of(events));
    }

    static Programme programme(UUID id, String slug, List<Programme.Event> events) {
        return programme(id, slug, events, Map.of());
    }

    static Programme translated(
            String language,
            String text,
            String words,
            String otherLanguage,
            String otherText,
            String otherWords) {
        return programme(
                UUID.randomUUID(),
                "translated",
                List.of(),
                Map.of(
                        language,
                        Map.of(text, words),
                        otherLanguage,
                        Map.of(otherText, otherWords)));
    }

    private static Programme programme(
            UUID id,
            String slug,
            List<Programme.Event> events,
            Map<String, Map<String, String>> translations) {
        return new Programme(
                id,
                slug,
                Map.of("en", slug),
                null,
                null,
                List.of(),
                null,
                null,
                LIMA,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                events,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                translations,
                null,
                null);
    }

    static Programme.Event event(String slug) {
        return event(UUID.randomUUID(), slug);
    }

    static Programme.Event event(UUID id, String slug) {
        return new Programme.Event(
                id,
                slug,
                Map.of("en", slug),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /// A plenary without a title or an event, in the evening.
    static Session session(Programme programme, @Nullable LocalDate day) {
        return session(UUID.randomUUID(), programme, null, day);
    }

    static Session session(
            UUID id, Programme programme, @Nullable UUID event, @Nullable LocalDate day) {
        return new Session(
                id,
                programme.id(),
                event,
                "plenary",
                null,
                null,
                null,
                day,
                day == null ? null : LocalTime.of(18, 0),
                day == null ? null : LocalTime.of(20, 0),
                LIMA,
                day == null ? null : day.atTime(18, 0).atZone(LIMA).toInstant(),
                day == null ? null : day.atTime(20, 0).atZone(LIMA).toInstant(),
                null,
                "open",
                null,
                List.of(),
                List.of(),
                null,
                1,
                null);
    }
}
