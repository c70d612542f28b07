package org.tinkuy.site.programme.web;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Session;
import reactor.core.publisher.Mono;

/// What session-service shows of drafts to whoever has a link.
@HttpExchange("/api/previews")
interface Previews {

    /// @param endsAt when the link ends
    record Preview(Programme programme, List<Session> sessions, Instant endsAt) {}

    @GetExchange("/{secret}")
    Mono<Preview> open(@PathVariable String secret);
}
