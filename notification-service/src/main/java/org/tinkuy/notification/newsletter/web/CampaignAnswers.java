package org.tinkuy.notification.newsletter.web;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignCopies;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.notification.newsletter.ListSizes;
import org.tinkuy.problems.NotFound;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// What is told of a campaign, to those who may see it.
@Component
class CampaignAnswers {

    private final Campaigns campaigns;
    private final CampaignCopies copies;
    private final ListSizes sizes;
    private final Clock clock;

    CampaignAnswers(Campaigns campaigns, CampaignCopies copies, ListSizes sizes, Clock clock) {
        this.campaigns = campaigns;
        this.copies = copies;
        this.sizes = sizes;
        this.clock = clock;
    }

    /// Another's campaign is not there at all.
    Mono<Campaign> its(UUID id, Caller caller) {
        return campaigns
                .find(new CampaignId(id))
                .filter(campaign -> caller.mayEdit(campaign.programme().value()))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    Mono<ResponseEntity<CampaignAnswer>> created(Campaign campaign) {
        var place = URI.create("/api/campaigns/" + campaign.id().value());
        return answer(campaign).map(answer -> ResponseEntity.created(place).body(answer));
    }

    Mono<CampaignAnswer> answer(Campaign campaign) {
        return campaign.state() == CampaignState.DRAFT
                ? sizes.of(campaign.programme())
                        .map(size -> CampaignAnswer.draft(campaign, size.active()))
                : copies.progress(campaign, clock.instant())
                        .map(progress -> CampaignAnswer.of(campaign, progress));
    }
}
