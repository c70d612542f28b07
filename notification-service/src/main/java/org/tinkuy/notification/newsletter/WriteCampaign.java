package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.problems.NotFound;
import reactor.core.publisher.Mono;

/// Drafts: what cannot be sent as it is, is not kept either.
@Component
public class WriteCampaign {

    private final Newsletters newsletters;
    private final Campaigns campaigns;

    WriteCampaign(Newsletters newsletters, Campaigns campaigns) {
        this.newsletters = newsletters;
        this.campaigns = campaigns;
    }

    public Mono<Campaign> write(
            ProgrammeId programme, CampaignDraft.Typed typed, UUID author, Instant now) {
        return newsletters
                .of(programme)
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(_ -> read(typed))
                .flatMap(draft -> campaigns.add(programme, draft, author, now));
    }

    public Mono<Campaign> rewrite(Campaign campaign, CampaignDraft.Typed typed) {
        return read(typed)
                .flatMap(draft -> campaigns.rewrite(campaign.id(), draft))
                .switchIfEmpty(Mono.error(() -> new WrongCampaignState(campaign.state())));
    }

    /// A new draft that says the same.
    public Mono<Campaign> copy(Campaign campaign, UUID author, Instant now) {
        return newsletters
                .of(campaign.programme())
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(_ -> campaigns.add(campaign.programme(), campaign.draft(), author, now));
    }

    public Mono<Void> delete(Campaign campaign) {
        return campaigns
                .delete(campaign.id())
                .flatMap(deleted ->
                        deleted
                                ? Mono.empty()
                                : Mono.error(new WrongCampaignState(campaign.state())));
    }

    private static Mono<CampaignDraft> read(CampaignDraft.Typed typed) {
        return Mono.fromCallable(() -> CampaignDraft.read(typed));
    }
}
