package org.tinkuy.site.newsletter;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.upstream.Dispensable;
import reactor.core.publisher.Mono;

/// notification-service's newsletters, for those who read them.
interface Subscriptions {

    /// Which of the service's texts `newsletter.consent` is.
    String CONSENT_BESIDE_THE_FORM = "newsletter-form-1";

    /// Which of the service's texts `newsletter.confirm.lead` is.
    String CONSENT_BESIDE_THE_BUTTON = "newsletter-button-1";

    /// @param consent the version of the words that were read before sending
    record Ask(String address, String language, @Nullable String timeZone, String consent) {}

    /// @param consent the version of the words beside the button
    record Confirmation(String token, String consent, String language) {}

    /// @param how `one-click` or `page`
    record Farewell(String how) {}

    /// @param acknowledgement by language
    record Acknowledged(
            UUID programmeId,
            @Nullable String newsletter,
            @Nullable Map<String, String> acknowledgement) {}

    record Link(String token) {}

    /// @param address which receives it once it is confirmed
    /// @param confirmed whether it is already; `null`: not told
    record Confirmable(
            UUID programmeId, String newsletter, String address, @Nullable Boolean confirmed) {}

    /// @param ended whether it was ended before
    record Linked(UUID programmeId, boolean ended) {}

    @Dispensable
    @PostExchange("/api/newsletter-confirmations/preview")
    Mono<Confirmable> look(@RequestBody Link link);

    @Dispensable
    @GetExchange("/api/unsubscriptions/{token}")
    Mono<Linked> look(@PathVariable String token);

    @PostExchange("/api/newsletters/{programme}/subscriptions")
    Mono<Acknowledged> ask(@PathVariable UUID programme, @RequestBody Ask ask);

    @PostExchange("/api/newsletter-confirmations")
    Mono<Acknowledged> confirm(@RequestBody Confirmation confirmation);

    @PostExchange("/api/unsubscriptions/{token}")
    Mono<Acknowledged> end(@PathVariable String token, @RequestBody Farewell farewell);
}
