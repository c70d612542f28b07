package org.tinkuy.site.account;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What registration-service knows of the visitor.
interface OwnDetails {

    /// @param name empty: never told
    record Details(String address, String name, String language, @Nullable String timeZone) {}

    /// @param timeZone `null`: as it is
    record Change(String name, String language, @Nullable String timeZone) {}

    @GetExchange("/api/attendees/me")
    Mono<Details> details(Visitor visitor);

    @PatchExchange("/api/attendees/me")
    Mono<Details> change(@RequestBody Change change, Visitor visitor);
}
