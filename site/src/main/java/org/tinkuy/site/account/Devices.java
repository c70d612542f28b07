package org.tinkuy.site.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// One's signed-in devices at registration-service.
interface Devices {

    /// @param label such as `Firefox, Android`; `null`: the device did not say
    /// @param lastSeenAt to the hour
    /// @param current the one that asks
    record Device(
            UUID id,
            @Nullable String label,
            Instant openedAt,
            Instant lastSeenAt,
            boolean current) {}

    @GetExchange("/api/device-sessions")
    Mono<List<Device>> all(Visitor visitor);

    @DeleteExchange("/api/device-sessions/{id}")
    Mono<Void> end(@PathVariable UUID id, Visitor visitor);

    @DeleteExchange("/api/device-sessions/others")
    Mono<Void> endOthers(Visitor visitor);
}
