package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.problems.NotFound;
import reactor.core.publisher.Mono;

/// What an organiser does with a campaign that is written. Doing the same again changes nothing.
@Component
public class SendCampaign {

    private final Newsletters newsletters;
    private final Campaigns campaigns;
    private final CampaignCopies copies;
    private final NewsForWorkers workers;
    private final NewsForRounds rounds;
    private final TransactionalOperator transaction;

    SendCampaign(
            Newsletters newsletters,
            Campaigns campaigns,
            CampaignCopies copies,
            NewsForWorkers workers,
            NewsForRounds rounds,
            TransactionalOperator transaction) {
        this.newsletters = newsletters;
        this.campaigns = campaigns;
        this.copies = copies;
        this.workers = workers;
        this.rounds = rounds;
        this.transaction = transaction;
    }

    /// Copies to everybody who has confirmed by now are made from here on by [AdvanceCampaigns].
    public Mono<Campaign> start(Campaign campaign, Instant now) {
        return newsletters
                .of(campaign.programme())
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(_ -> campaigns.start(campaign.id(), now))
                .doOnNext(_ -> rounds.ring())
                .switchIfEmpty(alreadyOr(CampaignState.SENDING, campaign));
    }

    public Mono<Campaign> pause(Campaign campaign) {
        return campaigns
                .become(CampaignState.PAUSED, Set.of(CampaignState.SENDING), campaign.id())
                .delayUntil(paused -> copies.hold(paused.id()))
                .as(transaction::transactional)
                .switchIfEmpty(alreadyOr(CampaignState.PAUSED, campaign));
    }

    public Mono<Campaign> resume(Campaign campaign, Instant now) {
        return campaigns
                .become(CampaignState.SENDING, Set.of(CampaignState.PAUSED), campaign.id())
                .delayUntil(resumed -> copies.release(resumed, now))
                .as(transaction::transactional)
                .doOnNext(_ -> workers.ring(Lane.NEWSLETTER))
                .switchIfEmpty(alreadyOr(CampaignState.SENDING, campaign));
    }

    /// Copies that wait are held back at once, and ended by [AdvanceCampaigns].
    public Mono<Campaign> cancel(Campaign campaign) {
        return campaigns
                .become(
                        CampaignState.CANCELLED,
                        Set.of(CampaignState.DRAFT, CampaignState.SENDING, CampaignState.PAUSED),
                        campaign.id())
                .delayUntil(cancelled -> copies.hold(cancelled.id()))
                .as(transaction::transactional)
                .switchIfEmpty(alreadyOr(CampaignState.CANCELLED, campaign));
    }

    /// A copy in each of its languages to the organiser's own address.
    public Mono<Void> test(Campaign campaign, RecipientId organiser, Instant now) {
        return newsletters
                .of(campaign.programme())
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
