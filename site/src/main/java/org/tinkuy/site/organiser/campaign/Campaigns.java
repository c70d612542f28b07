package org.tinkuy.site.organiser.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// notification-service's campaigns, for those who write them.
@HttpExchange("/api/campaigns")
interface Campaigns {

    /// @param subject by language
    /// @param text Markdown by language
    /// @param preheader by language: what inboxes show beside the subject
    /// @param rate messages per second; `null`: the usual
    /// @param replyTo `null`: answers go to the sender
    /// @param registered `null`: whoever is subscribed
    record Text(
            @Nullable UUID programmeId,
            Map<String, String> subject,
            Map<String, String> text,
            Map<String, String> preheader,
            @Nullable Integer rate,
            @Nullable String replyTo,
            @Nullable Registered registered) {}

    /// Whom a message is for: of a session, or of any session of an event.
    ///
    /// @param waiting whether those on the waiting list get it, too
    record Registered(@Nullable UUID sessionId, @Nullable UUID eventId, boolean waiting) {}

    /// @param name `null`, as the address is: not known any more
    record Sender(@Nullable String name, @Nullable String address) {}

    /// @param registered `null`: it is an issue of a newsletter
    /// @param sentBy `null` for a draft
    /// @param audience how many a draft would go to now
    /// @param progress `null` for a draft
    /// @param pauseReason why it paused by itself; `null`: it did not
    record Campaign(
            UUID id,
            UUID programmeId,
            String state,
            Map<String, String> subject,
            Map<String, String> text,
            @Nullable Map<String, String> preheader,
            int rate,
            @Nullable String replyTo,
            Instant createdAt,
            @Nullable Registered registered,
            @Nullable Instant startedAt,
            @Nullable Sender sentBy,
            @Nullable Instant endedAt,
            @Nullable Long audience,
            @Nullable Progress progress,
            @Nullable PauseReason pauseReason) {

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

    record Progress(
            long recipients,
            long queued,
            long sent,
            long failed,
            long unknown,
            long expired,
            double perSecond) {}

    /// @param refused of the latest copies
    /// @param judged how many the mail server took or refused
    /// @param said what it said to one of those
    record PauseReason(long refused, long judged, String said) {}

    record Page(List<Campaign> items, @Nullable String next) {}

    /// @param preheader what inboxes show beside the subject; empty: how the text begins
    record Preview(String language, String subject, String preheader, String html, String text) {}

    record Previews(List<Preview> languages) {}

    /// @param to `subscribers` or `registered`
    @GetExchange
    Mono<Page> page(
            @RequestParam UUID programmeId,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor);

    @GetExchange("/{campaign}")
    Mono<Campaign> one(@PathVariable UUID campaign, Visitor visitor);

    @PostExchange
    Mono<Campaign> write(@RequestBody Text text, Visitor visitor);

    @PutExchange("/{campaign}")
    Mono<Campaign> rewrite(@PathVariable UUID campaign, @RequestBody Text text, Visitor visitor);

    @DeleteExchange("/{campaign}")
    Mono<Void> delete(@PathVariable UUID campaign, Visitor visitor);

    @PostExchange("/{campaign}/copy")
    Mono<Campaign> copy(@PathVariable UUID campaign, Visitor visitor);

    @PostExchange("/{campaign}/preview")
    Mono<Previews> preview(@PathVariable UUID campaign, Visitor visitor);

    /// @param act `test`, `sending`, `pause`, `resume` or `cancel`
    @PostExchange("/{campaign}/{act}")
    Mono<Void> act(@PathVariable UUID campaign, @PathVariable String act, Visitor visitor);
}
