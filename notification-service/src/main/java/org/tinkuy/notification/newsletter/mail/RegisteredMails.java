package org.tinkuy.notification.newsletter.mail;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.newsletter.Audience;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.RegisteredPeople;
import org.tinkuy.notification.newsletter.mail.MailedCampaigns.Mailed;
import org.tinkuy.notification.newsletter.mail.ReaderSlots.Reader;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.Registrations.Seat;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Messages to the registered. Who has cancelled by now gets none, nor does anybody once the
/// message was cancelled.
@Component
class RegisteredMails implements MailSource {

    private final MailedCampaigns campaigns;
    private final RegisteredPeople registered;
    private final Recipients recipients;
    private final CampaignTexts texts;

    RegisteredMails(
            MailedCampaigns campaigns,
            RegisteredPeople registered,
            Recipients recipients,
            CampaignTexts texts) {
        this.campaigns = campaigns;
        this.registered = registered;
        this.recipients = recipients;
        this.texts = texts;
    }

    @Override
    public Set<DeliveryKind> kinds() {
        return Set.of(DeliveryKind.MESSAGE_TO_REGISTERED);
    }

    @Override
    public Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now) {
        var byCampaign = batch.stream().collect(Collectors.groupingBy(RegisteredMails::campaign));
        return Mono.zip(campaigns.of(byCampaign.keySet()), recipients.addressees(recipients(batch)))
                .flatMapMany(both ->
                        Flux.fromIterable(both.getT1().values())
                                .filter(it -> it.campaign().state() != CampaignState.CANCELLED)
                                .concatMap(it ->
                                        mails(
                                                it,
                                                Objects.requireNonNull(
                                                        byCampaign.get(it.campaign().id())),
                                                both.getT2())))
                .reduce(
                        new HashMap<DeliveryId, Mail>(),
                        (all, some) -> {
                            all.putAll(some);
                            return all;
                        })
                .map(Map::copyOf);
    }

    private static CampaignId campaign(Delivery delivery) {
        return new CampaignId(delivery.about().getFirst());
    }

    private static Set<RecipientId> recipients(List<Delivery> batch) {
        return batch.stream().map(Delivery::recipient).collect(Collectors.toSet());
    }

    private Mono<Map<DeliveryId, Mail>> mails(
            Mailed mailed, List<Delivery> copies, Map<RecipientId, Addressee> people) {
        return switch (mailed.campaign().audience()) {
            case Audience.Subscribers _ -> Mono.just(Map.of());
            case Audience.Registered whom ->
                    registered
                            .held(mailed.campaign().programme(), whom, recipients(copies))
                            .map(held -> mails(mailed, copies, people, held));
        };
    }

    private Map<DeliveryId, Mail> mails(
            Mailed mailed,
            List<Delivery> copies,
            Map<RecipientId, Addressee> people,
            Map<RecipientId, List<Seat>> held) {
        var mails = new HashMap<DeliveryId, Mail>();
        for (var copy : copies) {
            var to = people.get(copy.recipient());
            var seats = held.get(copy.recipient());
            if (to != null && seats != null) {
                mails.put(copy.id(), mail(mailed, to, seats));
            }
        }
        return mails;
    }

    private Mail mail(Mailed mailed, Addressee to, List<Seat> seats) {
        var text = campaigns.text(mailed, to.language());
        var leaving = texts.leaving(seats.stream().map(Seat::id).toList());
        return new Mail(to, text, texts.slots(text, new Reader(to.name(), to.address(), leaving)));
    }
}
