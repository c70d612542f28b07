package org.tinkuy.site.organiser.campaign;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// notification-service's lists, for those who write to them.
@HttpExchange("/api/newsletters/{programme}")
interface Subscribers {

    /// @param active get what is sent
    /// @param suppressed have confirmed, but a mail server refused their address for good
    /// @param pending have not confirmed yet
    record Size(long active, long suppressed, long pending) {}

    record Leaving(String address) {}

    record Removed(boolean removed) {}

    @GetExchange("/subscriptions/count")
    Mono<Size> size(@PathVariable UUID programme, Visitor visitor);

    @PostExchange("/removals")
    Mono<Removed> remove(
            @PathVariable UUID programme, @RequestBody Leaving leaving, Visitor visitor);
}
