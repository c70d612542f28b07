package org.tinkuy.site.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.tinkuy.site.SiteProperties;
import reactor.core.publisher.Mono;

/// session-service's HTTP API, as far as organisers' pages use it.
@Component
public class SessionService {

    private final ServiceClient service;

    SessionService(WebClient.Builder http, SiteProperties properties) {
        this.service =
                new ServiceClient(
                        "session-service",
                        http,
                        properties.sessionUrl(),
                        properties.answersWithin());
    }

    /// A session as it stands at this moment, which the published schedule may not show yet.
    ///
    /// @param cancelled `null`: it takes place
    public record Current(
            UUID id,
            UUID programmeId,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            ZoneId timeZone,
            @Nullable String place,
            @Nullable Cancelled cancelled,
            long version) {}

    public record Cancelled(Instant at) {}

    /// @param timeZone `null`: as it was
    /// @param place `null`: as it was
    /// @param override why it is moved although a rule speaks against it
    public record Move(
            long version,
            @Nullable String date,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String timeZone,
            @Nullable String place,
            @Nullable String override) {}

    public record Change(
            long version,
            Instant at,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            @Nullable String place,
            boolean cancelled,
            @Nullable String override) {}

    private record Cancellation(Map<String, String> reason) {}

    public Mono<Current> session(UUID id) {
        return service.answer(
                service.as(HttpMethod.GET, null).uri("/api/sessions/{id}", id), Current.class);
    }

    /// The latest first.
    public Mono<List<Change>> changes(UUID id, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.GET, token).uri("/api/sessions/{id}/changes", id),
                new ParameterizedTypeReference<>() {});
    }

    public Mono<Current> move(UUID id, Move move, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.PUT, token)
                        .uri("/api/sessions/{id}/schedule", id)
                        .bodyValue(move),
                Current.class);
    }

    /// @param reason by language
    public Mono<Current> cancel(UUID id, Map<String, String> reason, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.POST, token)
                        .uri("/api/sessions/{id}/cancellation", id)
                        .bodyValue(new Cancellation(reason)),
                Current.class);
    }
}
