package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.Language;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Every issue of every newsletter, and the copies that are made of it.
public interface Campaigns {

    Mono<Campaign> find(CampaignId id);

    /// The latest first.
    ///
    /// @param programmes `null`: of every programme
    Flux<Campaign> latest(@Nullable Set<UUID> programmes, @Nullable UUID before, int limit);

    Mono<Campaign> add(ProgrammeId programme, CampaignDraft draft, UUID author, Instant now);

    /// Empty if it is no draft any more.
    Mono<Campaign> rewrite(CampaignId id, CampaignDraft draft);

    /// For everybody who has confirmed by now. Empty if it is no draft any more.
    Mono<Campaign> start(CampaignId id, Instant now);

    /// Empty if it is in none of these states.
    Mono<Campaign> become(CampaignState next, Set<CampaignState> from, CampaignId id);

    /// Copies that wait are held back until [#release].
    Mono<Void> hold(CampaignId id);

    Mono<Void> release(Campaign campaign, Instant now);

    Mono<Progress> progress(Campaign campaign, Instant now);

    /// Queues a copy in each language, to the organiser who asks for it.
    Mono<Void> test(Campaign campaign, Set<Language> languages, RecipientId organiser, Instant now);

    /// Campaigns that are not at their end, as far as no other instance deals with them just now.
    /// They stay locked until the caller's transaction ends.
    Flux<Underway> underway();

    /// @param nextSlot when the next copy may go
    /// @param waiting copies that were queued and not tried yet
    /// @param complete every subscriber has a copy
    /// @param open copies that are not at their end
    record Underway(
            Campaign campaign, Instant nextSlot, long waiting, boolean complete, long open) {}

    /// Makes the next copies, for whoever comes next in the list, each with the time it may go, and
    /// remembers how far it came.
    ///
    /// @return how many; fewer than `copies` only at the end of the list
    Mono<Integer> fanOut(Campaign campaign, int copies, Instant first);

    /// Nothing is left to be done for it.
    Mono<Void> end(CampaignId id, Instant now);
}
