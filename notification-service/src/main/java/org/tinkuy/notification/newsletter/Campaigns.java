package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Every issue of every newsletter, and every message to the registered.
public interface Campaigns {

    Mono<Campaign> find(CampaignId id);

    /// The latest first.
    Flux<Campaign> latest(Those those, @Nullable UUID before, int limit);

    /// @param issuesOf issues of these programmes' newsletters; `null`: of every programme's
    /// @param messagesOf messages to the registered of these programmes; `null`: of every one
    record Those(@Nullable Set<UUID> issuesOf, @Nullable Set<UUID> messagesOf) {}

    Mono<Campaign> add(ProgrammeId programme, CampaignDraft draft, UUID author, Instant now);

    /// Empty if it is no draft any more.
    Mono<Campaign> rewrite(CampaignId id, CampaignDraft draft);

    /// It stays as it is until the caller's transaction ends, and so does how many messages its
    /// programme sent; empty if it is no draft any more.
    Mono<Campaign> takeDraft(CampaignId id);

    /// For everybody who has confirmed, or is registered, by now.
    Mono<Campaign> start(Campaign draft, UUID sender, Instant now);

    /// Messages to the registered that were sent.
    Mono<MessageAllowance> messagesSince(
            ProgrammeId programme, Audience.Registered whom, Instant since);

    /// @return whether it was a draft
    Mono<Boolean> delete(CampaignId id);

    /// It is being sent, and pauses by itself.
    Mono<Void> pause(CampaignId id, PauseReason because);

    /// Empty if it is in none of these states.
    Mono<Campaign> become(CampaignState next, Set<CampaignState> from, CampaignId id);

    /// Those that are not at their end.
    Flux<CampaignId> underway();

    /// It stays locked until the caller's transaction ends; empty if it is at its end, or another
    /// instance deals with it just now.
    Mono<Underway> take(CampaignId id);

    /// @param nextSlot when the next copy may go
    /// @param judgedFrom what mail servers answered before does not count any more
    /// @param complete everybody has a copy
    record Underway(Campaign campaign, Instant nextSlot, Instant judgedFrom, boolean complete) {}

    /// Whoever comes next in the list.
    Mono<List<RecipientId>> next(Campaign campaign, int copies);

    /// Remembers how far it came, in the transaction that made the copies.
    ///
    /// @param last who has the last copy; `null`: nobody was left
    Mono<Void> turn(CampaignId id, @Nullable RecipientId last, boolean complete, Instant nextSlot);

    /// @param judgedFrom see [Underway]
    Mono<Void> goOnAt(CampaignId id, Instant nextSlot, Instant judgedFrom);

    /// Nothing is left to be done for it.
    Mono<Void> end(CampaignId id, Instant now);
}
