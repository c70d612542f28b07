package org.tinkuy.notification.newsletter.mail;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.notification.newsletter.Imprint;
import org.tinkuy.notification.newsletter.Imprints;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Campaigns as their copies say them.
@Component
class MailedCampaigns {

    record Mailed(Campaign campaign, Imprint imprint) {}

    private final Campaigns campaigns;
    private final Imprints imprints;
    private final CampaignTexts texts;
    private final SentTexts sent = new SentTexts();

    MailedCampaigns(Campaigns campaigns, Imprints imprints, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.imprints = imprints;
        this.texts = texts;
    }

    /// What is offered no more has nothing left to say, and is absent.
    Mono<Map<CampaignId, Mailed>> of(Collection<CampaignId> ids) {
        return Flux.fromIterable(Set.copyOf(ids))
                .concatMap(campaigns::find)
                .concatMap(campaign ->
                        imprints.of(campaign.programme(), campaign.audience())
                                .map(imprint -> new Mailed(campaign, imprint)))
                .collectMap(mailed -> mailed.campaign().id());
    }

    /// The same object for all copies, so that it is compiled once.
    MailText text(Mailed mailed, Language wished) {
        var written = mailed.campaign().draft().languageFor(wished);
        return sent.of(
                mailed.campaign().id(),
                mailed.imprint(),
                written,
                () -> texts.text(mailed.campaign(), mailed.imprint(), written));
    }
}
