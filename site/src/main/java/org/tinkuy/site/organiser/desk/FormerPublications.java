package org.tinkuy.site.organiser.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.organiser.desk.Drafts.Change;
import org.tinkuy.site.organiser.desk.Drafts.Changes;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What was published of a programme until now, as session-service keeps it.
@HttpExchange("/api/programmes/{id}/publications")
interface FormerPublications {

    /// @param items the latest first
    /// @param next what the next page comes after; `null`: there is none
    record Page(List<Entry> items, @Nullable Long next) {}

    /// @param by the organiser; `null`: nobody, or not known
    /// @param programme whether anything but sessions became other
    /// @param speakers whether speakers became others and nothing else of the programme
    record Entry(
            long number,
            Instant at,
            @Nullable UUID by,
            @Nullable String note,
            boolean programme,
            boolean speakers,
            int added,
            int changed,
            int removed) {}

    record Publication(
            long number,
            Instant at,
            @Nullable UUID by,
            @Nullable String note,
            List<Change> changes) {}

    /// @param state of the drafts that are overwritten
    record Seen(String state) {}

    @GetExchange
    Mono<Page> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long after,
            Visitor visitor);

    @GetExchange("/{number}")
    Mono<Publication> read(@PathVariable UUID id, @PathVariable long number, Visitor visitor);

    @PostExchange("/{number}/restoration")
    Mono<Changes> restore(
            @PathVariable UUID id,
            @PathVariable long number,
            @RequestBody Seen seen,
            Visitor visitor);
}
