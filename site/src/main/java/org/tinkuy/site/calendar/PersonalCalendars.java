package org.tinkuy.site.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/// Whose calendar a secret address opens, as registration-service knows.
interface PersonalCalendars {

    record Opening(String secret) {}

    /// @param language of the person whose calendar it is
    record Opened(String language, List<Item> registrations) {}

    /// @param since when it came to stand so; `null`: not told
    record Item(UUID sessionId, String status, @Nullable Instant since) {}

    @PostExchange("/internal/calendars")
    Mono<Opened> open(@RequestBody Opening opening);
}
