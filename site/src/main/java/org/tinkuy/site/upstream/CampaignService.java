package org.tinkuy.site.upstream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.tinkuy.site.SiteProperties;
import reactor.core.publisher.Mono;

/// notification-service's campaigns, for those who write them.
@Component
public class CampaignService {

    private final ServiceClient service;

    CampaignService(WebClient.Builder http, SiteProperties properties) {
        this.service =
                new ServiceClient(
                        "notification-service",
                        http,
                        properties.notificationUrl(),
                        properties.answersWithin());
    }

    /// @param subject by language
    /// @param text Markdown by language
    /// @param rate messages per second; `null`: the usual
    public record Text(
            @Nullable UUID programmeId,
            Map<String, String> subject,
            Map<String, String> text,
            @Nullable Integer rate) {}

    /// @param audience how many a draft would go to now
    /// @param progress `null` for a draft
    public record Campaign(
            UUID id,
            UUID programmeId,
            String state,
            Map<String, String> subject,
            Map<String, String> text,
            int rate,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Long audience,
            @Nullable Progress progress) {

        public boolean isDraft() {
            return state.equals("draft");
        }

        public boolean isSending() {
            return state.equals("sending");
        }

        public boolean isPaused() {
            return state.equals("paused");
        }
    }

    public record Progress(
            long recipients,
            long queued,
            long sent,
            long failed,
            long unknown,
            long expired,
            double perSecond) {}

    public record CampaignPage(List<Campaign> items, @Nullable String next) {}

    public record Preview(String language, String subject, String html, String text) {}

    public record Previews(List<Preview> languages) {}

    public Mono<CampaignPage> list(UUID programme, @Nullable String after, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.GET, token)
                        .uri(uri ->
                                uri.path("/api/campaigns")
                                        .queryParam("programmeId", programme)
                                        .queryParamIfPresent("after", Optional.ofNullable(after))
                                        .build()),
                CampaignPage.class);
    }

    public Mono<Campaign> one(UUID campaign, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.GET, token).uri("/api/campaigns/{id}", campaign),
                Campaign.class);
    }

    public Mono<Campaign> write(Text text, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.POST, token).uri("/api/campaigns").bodyValue(text),
                Campaign.class);
    }

    public Mono<Campaign> rewrite(UUID campaign, Text text, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.PUT, token)
                        .uri("/api/campaigns/{id}", campaign)
                        .bodyValue(text),
                Campaign.class);
    }

    public Mono<Previews> preview(UUID campaign, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.POST, token).uri("/api/campaigns/{id}/preview", campaign),
                Previews.class);
    }

    /// @param act `test`, `sending`, `pause`, `resume` or `cancel`
    public Mono<Void> act(UUID campaign, String act, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.POST, token).uri("/api/campaigns/{id}/{act}", campaign, act),
                Void.class);
    }
}
