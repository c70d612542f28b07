package org.tinkuy.notification.newsletter.web;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.newsletter.Audience;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignCopies;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.notification.newsletter.ListSizes;
import org.tinkuy.notification.newsletter.RegisteredPeople;
import org.tinkuy.notification.newsletter.Subscriptions;
import org.tinkuy.notification.newsletter.web.CampaignAnswer.Sender;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.problems.NotFound;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// What is told of a campaign, to those who may see it.
@Component
class CampaignAnswers {

    private final Campaigns campaigns;
    private final CampaignCopies copies;
    private final ListSizes sizes;
    private final RegisteredPeople registered;
    private final Recipients recipients;
    private final Clock clock;

    CampaignAnswers(
            Campaigns campaigns,
            CampaignCopies copies,
            ListSizes sizes,
            RegisteredPeople registered,
            Recipients recipients,
            Clock clock) {
        this.campaigns = campaigns;
        this.copies = copies;
        this.sizes = sizes;
        this.registered = registered;
        this.recipients = recipients;
        this.clock = clock;
    }

    /// Another's campaign is not there at all.
    Mono<Campaign> its(UUID id, Caller caller) {
        return campaigns
                .find(new CampaignId(id))
                .filter(campaign -> mayWrite(caller, campaign))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    /// Who is registered is nobody's business but the organisers'.
    private static boolean mayWrite(Caller caller, Campaign campaign) {
        var programme = campaign.programme().value();
        return switch (campaign.audience()) {
            case Audience.Subscribers _ -> caller.mayEdit(programme);
            case Audience.Registered _ -> caller.mayOrganise(programme);
        };
    }

    Mono<ResponseEntity<CampaignAnswer>> created(Campaign campaign) {
        var place = URI.create("/api/campaigns/" + campaign.id().value());
        return answer(campaign).map(answer -> ResponseEntity.created(place).body(answer));
    }

    Mono<CampaignAnswer> answer(Campaign campaign) {
        return campaign.state() == CampaignState.DRAFT
                ? audience(campaign).map(size -> CampaignAnswer.draft(campaign, size))
                : Mono.zip(copies.progress(campaign, clock.instant()), sender(campaign))
                        .map(told ->
                                CampaignAnswer.of(
                                        campaign, told.getT2().orElse(null), told.getT1()));
    }

    private Mono<Long> audience(Campaign draft) {
        return switch (draft.audience()) {
            case Audience.Subscribers _ ->
                    sizes.of(draft.programme()).map(Subscriptions.Size::active);
            case Audience.Registered whom ->
                    registered.reached(draft.programme(), whom, clock.instant());
        };
    }

    private Mono<Optional<Sender>> sender(Campaign campaign) {
        var id = campaign.startedBy();
        return id == null
                ? Mono.just(Optional.empty())
                : recipients
                        .addressees(Set.of(new RecipientId(id)))
                        .map(known -> Optional.of(Sender.of(id, known.get(new RecipientId(id)))));
    }
}
