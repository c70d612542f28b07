package org.tinkuy.site.organiser.desk;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/// session-service's entries of speakers, for themselves.
@HttpExchange("/api/speaker-invitations")
interface OwnEntries {

    /// @param token of the link of an invitation
    record Link(String token) {}

    @PostExchange("/preview")
    Mono<Draft> look(@RequestBody Link link);

    @PostExchange
    Mono<Draft> answer(@RequestBody Draft answer);
}
