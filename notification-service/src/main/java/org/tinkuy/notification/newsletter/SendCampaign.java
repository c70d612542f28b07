package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.problems.NotFound;
import reactor.core.publisher.Mono;

/// What an organiser does with a campaign that is written. Doing the same again changes nothing.
@Component
public class SendCampaign {

    private final Imprints imprints;
    private final Campaigns campaigns;
    private final CampaignCopies copies;
    private final NewsForWorkers workers;
    private final NewsForRounds rounds;
    private final TransactionalOperator transaction;

    SendCampaign(
            Imprints imprints,
            Campaigns campaigns,
            CampaignCopies copies,
            NewsForWorkers workers,
            NewsForRounds rounds,
            TransactionalOperator transaction) {
        this.imprints = imprints;
        this.campaigns = campaigns;
        this.copies = copies;
        this.workers = workers;
        this.rounds = rounds;
        this.transaction = transaction;
    }

    /// Copies to everybody who has confirmed, or is registered, by now are made from here on by
    /// [AdvanceCampaigns].
    public Mono<Campaign> start(Campaign campaign, UUID sender, Instant now) {
        return imprints.of(campaign.programme(), campaign.audience())
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(_ -> start(campaign.id(), sender, now))
                .doOnNext(_ -> rounds.ring())
                .switchIfEmpty(alreadyOr(CampaignState.SENDING, campaign));
    }

    /// The draft may go to others by now than when it was read.
    private Mono<Campaign> start(CampaignId id, UUID sender, Instant now) {
        return campaigns
                .takeDraft(id)
                .delayUntil(draft ->
                        switch (draft.audience()) {
                            case Audience.Subscribers _ -> Mono.empty();
                            case Audience.Registered whom -> allowed(draft.programme(), whom, now);
                        })
                .flatMap(draft -> campaigns.start(draft, sender, now))
                .as(transaction::transactional);
    }

    private Mono<Void> allowed(ProgrammeId programme, Audience.Registered whom, Instant now) {
        return campaigns
                .messagesSince(programme, whom, now.minus(MessageAllowance.WINDOW))
                .flatMap(sent ->
                        sent.allowsAnother() ? Mono.empty() : Mono.error(new TooManyMessages()));
    }

    public Mono<Campaign> pause(Campaign campaign) {
        return campaigns
                .become(CampaignState.PAUSED, Set.of(CampaignState.SENDING), campaign.id())
                .delayUntil(copies::hold)
                .as(transaction::transactional)
                .switchIfEmpty(alreadyOr(CampaignState.PAUSED, campaign));
    }

    public Mono<Campaign> resume(Campaign campaign, Instant now) {
        return campaigns
                .become(CampaignState.SENDING, Set.of(CampaignState.PAUSED), campaign.id())
                .delayUntil(resumed -> copies.release(resumed, now))
                .as(transaction::transactional)
                .doOnNext(resumed -> workers.ring(CampaignCopies.lane(resumed)))
                .switchIfEmpty(alreadyOr(CampaignState.SENDING, campaign));
    }

    /// Copies that wait are held back at once, and ended by [AdvanceCampaigns].
    public Mono<Campaign> cancel(Campaign campaign) {
        return campaigns
                .become(
                        CampaignState.CANCELLED,
                        Set.of(CampaignState.DRAFT, CampaignState.SENDING, CampaignState.PAUSED),
                        campaign.id())
                .delayUntil(copies::hold)
                .as(transaction::transactional)
                .switchIfEmpty(alreadyOr(CampaignState.CANCELLED, campaign));
    }

    /// A copy in each of its languages to the organiser's own address.
    public Mono<Void> test(Campaign campaign, RecipientId organiser, Instant now) {
        return imprints.of(campaign.programme(), campaign.audience())
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(_ ->
                        copies.test(campaign, campaign.draft().words().keySet(), organiser, now))
                .doOnSuccess(_ -> workers.ring(Lane.NOTICES));
    }

    private Mono<Campaign> alreadyOr(CampaignState wanted, Campaign campaign) {
        return campaigns
                .find(campaign.id())
                .flatMap(found ->
                        found.state() == wanted
                                ? Mono.just(found)
                                : Mono.error(new WrongCampaignState(found.state())));
    }
}
