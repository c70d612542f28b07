package org.tinkuy.site.organiser.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// session-service's links that show drafts to colleagues.
@HttpExchange("/api/programmes/{id}/previews")
interface PreviewLinks {

    record Link(UUID id, UUID by, Instant at, Instant endsAt) {}

    /// @param days `null`: what is no number was given
    record New(@Nullable Integer days) {}

    /// @param secret opens it, and is told this once
    record Made(UUID id, String secret, Instant endsAt) {}

    @GetExchange
    Mono<List<Link>> list(@PathVariable UUID id, Visitor visitor);

    @PostExchange
    Mono<Made> make(@PathVariable UUID id, @RequestBody New link, Visitor visitor);

    @DeleteExchange("/{link}")
    Mono<Void> takeBack(@PathVariable UUID id, @PathVariable UUID link, Visitor visitor);
}
