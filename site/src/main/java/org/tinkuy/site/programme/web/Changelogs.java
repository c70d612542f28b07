package org.tinkuy.site.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/// What session-service tells everybody of the changes of a programme.
@HttpExchange("/api/programmes")
interface Changelogs {

    /// @param entries the latest first
    record Changelog(List<Entry> entries) {}

    /// @param number of the publication
    /// @param more how many further sessions became other; `null`: none
    record Entry(long number, Instant at, List<Item> items, @Nullable Integer more) {}

    /// @param change `added`, `moved`, `cancelled`, `removed`, or what only a newer service knows
    record Item(
            UUID sessionId,
            @Nullable UUID eventId,
            String kind,
            @Nullable Map<String, String> title,
            String change,
            @Nullable Where before,
            @Nullable Where after,
            @Nullable Map<String, String> reason) {}

    record Where(
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            ZoneId timeZone,
            @Nullable String place) {}

    @GetExchange("/{id}/changelog")
    Mono<Changelog> of(@PathVariable UUID id);
}
