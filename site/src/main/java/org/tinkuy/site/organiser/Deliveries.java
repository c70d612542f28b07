package org.tinkuy.site.organiser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What notification-service tells organisers of messages to people.
@HttpExchange("/api/deliveries")
interface Deliveries {

    /// @param state `null`: any
    /// @param kind `null`: any
    record Filter(
            UUID programmeId,
            @Nullable String state,
            @Nullable String kind,
            @Nullable String after) {}

    record Page(List<Delivery> items, @Nullable String next) {}

    /// @param recipient `null`: not known, or erased
    /// @param about a session, a newsletter's issue or registrations; `null`: not told
    /// @param sessionIds those of the registrations; `null`: not known
    /// @param nextAttemptAt `null`: none is to come
    /// @param cause why it failed, such as `suppressed`
    /// @param reason what the mail server or a rule said; `null`: nothing
    record Delivery(
            UUID id,
            @Nullable Recipient recipient,
            String kind,
            @Nullable List<UUID> about,
            @Nullable List<UUID> sessionIds,
            String state,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            int attempts,
            @Nullable Instant endedAt,
            @Nullable String cause,
            @Nullable String reason,
            boolean retryable) {

        /// The newsletter's issue, or the message to the registered, that it brings; `null`: none.
        public @Nullable UUID issue() {
            return (kind.startsWith("campaign") || kind.equals("message-to-registered"))
                            && about != null
                            && !about.isEmpty()
                    ? about.getFirst()
                    : null;
        }

        Stream<UUID> sessions() {
            return Stream.of(about, sessionIds).filter(Objects::nonNull).flatMap(List::stream);
        }
    }

    record Recipient(@Nullable String name, String address) {}

    record Counts(
            long waiting,
            long ready,
            long paused,
            long sending,
            long sent,
            long failed,
            long expired,
            long unknown) {}

    /// One that is to be tried again.
    record Again(String state) {

        /// Until its campaign goes on.
        boolean isHeld() {
            return state.equals("paused");
        }
    }

    /// Which are to be tried again.
    record Retry(UUID programmeId, String state) {}

    /// @param held how many wait until their campaign goes on
    /// @param skipped how many are not tried, by reason
    record Retried(long retried, @Nullable Long held, @Nullable Map<String, Long> skipped) {}

    @GetExchange
    Mono<Page> page(
            @RequestParam UUID programmeId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor);

    /// The latest of those that tell of one thing, such as a registration.
    @GetExchange
    Mono<Page> about(@RequestParam UUID programmeId, @RequestParam UUID about, Visitor visitor);

    @GetExchange("/counts")
    Mono<Counts> counts(@RequestParam UUID programmeId, Visitor visitor);

    @PostExchange("/{delivery}/retry")
    Mono<Again> retry(@PathVariable UUID delivery, Visitor visitor);

    @PostExchange("/retry")
    Mono<Retried> retryAll(@RequestBody Retry retry, Visitor visitor);
}
