package org.tinkuy.notification.newsletter;

import java.util.List;
import java.util.UUID;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.people.Addressee;
import reactor.core.publisher.Flux;

/// Whom the mails of this feature go to, read just before they are sent.
public interface Copies {

    /// One subscriber's copy of a campaign.
    ///
    /// @param to with the name that an attendee of this address gave
    record Copy(DeliveryId delivery, CampaignId campaign, Addressee to, UnsubscribeToken token) {}

    /// A copy for the organiser's own eyes.
    record Test(DeliveryId delivery, CampaignId campaign, Addressee to, Language language) {}

    /// @param subscribed whether the address has confirmed already, and mail reaches it
    record Question(
            DeliveryId delivery,
            UUID request,
            Newsletter newsletter,
            Addressee to,
            boolean subscribed,
            UnsubscribeToken token) {}

    /// Without those who unsubscribed, and without cancelled campaigns.
    Flux<Copy> copies(List<Delivery> batch);

    Flux<Test> tests(List<Delivery> batch);

    /// Without requests whose time is over.
    Flux<Question> questions(List<Delivery> batch);
}
