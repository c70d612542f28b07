package org.tinkuy.session.programme.persistence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.TextByLanguage;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record EventRow(
        UUID id,
        UUID programmeId,
        String slug,
        long version,
        Map<String, String> title,
        @Nullable String region,
        @Nullable String note,
        @Nullable Map<String, String> description,
        @Nullable Integer sequence,
        @Nullable ZoneId timeZone,
        @Nullable LocalDate announced,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        List<String> facts,
        List<String> topics,
        List<String> participants) {

    static EventRow of(ProgrammeId programme, Event event) {
        return new EventRow(
                event.id().value(),
                programme.value(),
                event.slug(),
                event.version(),
                event.title().byLanguage(),
                event.region(),
                event.note(),
                TextByLanguage.textsOf(event.description()),
                event.sequence(),
                event.timeZone(),
                event.announced(),
                event.starts(),
                event.ends(),
                event.facts(),
                event.topics(),
                event.participants());
    }

    Event toEvent() {
        return new Event(
                new EventId(id),
                slug,
                version,
                new TextByLanguage(title),
                region,
                note,
                TextByLanguage.of(description),
                sequence,
                timeZone,
                announced,
                starts,
                ends,
                facts,
                topics,
                participants);
    }
}
