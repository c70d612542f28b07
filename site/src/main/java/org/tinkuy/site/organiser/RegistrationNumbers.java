package org.tinkuy.site.organiser;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// How many come to a programme.
interface RegistrationNumbers {

    record Numbers(List<OfSession> sessions, List<OfDay> days) {}

    /// @param capacity `null`, as `free`: as many as come
    record OfSession(
            UUID sessionId,
            @Nullable Integer capacity,
            int confirmed,
            int held,
            @Nullable Integer free,
            int waiting,
            int cancelled) {}

    record OfDay(LocalDate day, int confirmed, int cancelled) {}

    /// @param timeZone by whose days
    @GetExchange("/api/registrations/numbers")
    Mono<Numbers> numbers(
            @RequestParam UUID programmeId, @RequestParam String timeZone, Visitor visitor);
}
