package org.tinkuy.notification.newsletter;

import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.SharedDeliveries.Standing;

/// How far a campaign is, in people: each of them is counted in exactly one of the five states.
///
/// @param recipients all it was to go to when it started
/// @param queued not handed over yet
/// @param unknown the mail server may or may not have taken it; never sent again by itself
/// @param expired not sent: unsubscribed, cancelled or too late
/// @param perSecond handed over, on average of the last ten seconds
public record Progress(
        long recipients,
        long queued,
        long sent,
        long failed,
        long unknown,
        long expired,
        double perSecond) {

    /// Who has no copy waits for one, until the campaign is over: then there will be none.
    static Progress of(Campaign campaign, Standing copies, double perSecond) {
        var promised = campaign.recipients() == null ? 0 : campaign.recipients();
        var without = Math.max(0, promised - copies.all());
        var over = campaign.state() == CampaignState.CANCELLED || campaign.endedAt() != null;
        return new Progress(
                copies.all() + without,
                copies.open() + (over ? 0 : without),
                copies.of(DeliveryState.SENT),
                copies.of(DeliveryState.FAILED),
                copies.of(DeliveryState.UNKNOWN),
                copies.of(DeliveryState.EXPIRED) + (over ? without : 0),
                perSecond);
    }
}
