package org.tinkuy.site.upstream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.tinkuy.site.SiteProperties;
import reactor.core.publisher.Mono;

/// What notification-service tells organisers of messages to people.
@Component
public class DeliveryService {

    private final ServiceClient service;

    DeliveryService(WebClient.Builder http, SiteProperties properties) {
        this.service =
                new ServiceClient(
                        "notification-service",
                        http,
                        properties.notificationUrl(),
                        properties.answersWithin());
    }

    /// @param state `null`: any
    /// @param kind `null`: any
    public record Filter(
            UUID programmeId,
            @Nullable String state,
            @Nullable String kind,
            @Nullable String after) {}

    public record DeliveryPage(List<Delivery> items, @Nullable String next) {}

    /// @param recipient `null`: not known, or erased
    /// @param nextAttemptAt `null`: none is to come
    /// @param reason what the mail server or a rule said; `null`: nothing
    public record Delivery(
            UUID id,
            @Nullable Recipient recipient,
            String kind,
            String state,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            int attempts,
            @Nullable Instant endedAt,
            @Nullable String reason,
            boolean retryable) {}

    public record Recipient(@Nullable String name, String address) {}

    public record Counts(
            long waiting,
            long ready,
            long paused,
            long sending,
            long sent,
            long failed,
            long expired,
            long unknown) {}

    private record RetryAll(UUID programmeId, String state) {}

    public Mono<DeliveryPage> list(Filter filter, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.GET, token)
                        .uri(uri ->
                                uri.path("/api/deliveries")
                                        .queryParam("programmeId", filter.programmeId())
                                        .queryParamIfPresent(
                                                "state", Optional.ofNullable(filter.state()))
                                        .queryParamIfPresent(
                                                "kind", Optional.ofNullable(filter.kind()))
                                        .queryParamIfPresent(
                                                "after", Optional.ofNullable(filter.after()))
                                        .build()),
                DeliveryPage.class);
    }

    public Mono<Counts> counts(UUID programme, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.GET, token)
                        .uri(uri ->
                                uri.path("/api/deliveries/counts")
                                        .queryParam("programmeId", programme)
                                        .build()),
                Counts.class);
    }

    public Mono<Void> retry(UUID delivery, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.POST, token).uri("/api/deliveries/{id}/retry", delivery),
                Void.class);
    }

    public Mono<Void> retryFailed(UUID programme, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.POST, token)
                        .uri("/api/deliveries/retry")
                        .bodyValue(new RetryAll(programme, "failed")),
                Void.class);
    }
}
