package org.tinkuy.site.upstream;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.tinkuy.site.SiteProperties;
import reactor.core.publisher.Mono;

/// notification-service's newsletters, for those who read them.
@Component
public class NewsletterService {

    private final ServiceClient service;

    NewsletterService(WebClient.Builder http, SiteProperties properties) {
        this.service =
                new ServiceClient(
                        "notification-service",
                        http,
                        properties.notificationUrl(),
                        properties.answersWithin());
    }

    /// @param text the exact words that were read before sending
    public record Ask(
            String address, String language, @Nullable String timeZone, @Nullable String text) {}

    private record Confirmation(String token, String text, String language) {}

    private record Farewell(String how) {}

    /// @param acknowledgement by language
    public record Acknowledged(
            UUID programmeId,
            @Nullable String newsletter,
            @Nullable Map<String, String> acknowledgement) {}

    public Mono<Acknowledged> ask(UUID programme, Ask ask) {
        return service.answer(
                service.as(HttpMethod.POST, null)
                        .uri("/api/newsletters/{programme}/subscriptions", programme)
                        .bodyValue(ask),
                Acknowledged.class);
    }

    /// @param text the exact words beside the button
    public Mono<Acknowledged> confirm(String token, String text, String language) {
        return service.answer(
                service.as(HttpMethod.POST, null)
                        .uri("/api/newsletter-confirmations")
                        .bodyValue(new Confirmation(token, text, language)),
                Acknowledged.class);
    }

    /// @param how `one-click` or `page`
    public Mono<Acknowledged> unsubscribe(String token, String how) {
        return service.answer(
                service.as(HttpMethod.POST, null)
                        .uri("/api/unsubscriptions/{token}", token)
                        .bodyValue(new Farewell(how)),
                Acknowledged.class);
    }
}
