package org.tinkuy.site.organiser.desk;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// session-service begins drafts that say what others say.
@HttpExchange("/api")
interface Copies {

    /// @param id of the copy
    record Wanted(UUID id, LocalDate from) {}

    record Copy(UUID id) {}

    @PostExchange("/programmes/{id}/draft/copies")
    Mono<Copy> programme(@PathVariable UUID id, @RequestBody Wanted wanted, Visitor visitor);

    @PostExchange("/programmes/{id}/draft/events/{event}/copies")
    Mono<Copy> event(
            @PathVariable UUID id,
            @PathVariable UUID event,
            @RequestBody Wanted wanted,
            Visitor visitor);

    @PostExchange("/sessions/{session}/draft/copies")
    Mono<Copy> session(@PathVariable UUID session, @RequestBody Wanted wanted, Visitor visitor);
}
