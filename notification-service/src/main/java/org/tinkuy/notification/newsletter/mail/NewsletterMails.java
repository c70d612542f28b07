package org.tinkuy.notification.newsletter.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.Copies;
import org.tinkuy.notification.newsletter.mail.MailedCampaigns.Mailed;
import org.tinkuy.notification.newsletter.mail.ReaderSlots.Reader;
import org.tinkuy.notification.people.Addressee;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Campaigns, their tests, and the questions whether somebody meant to subscribe.
@Component
class NewsletterMails implements MailSource {

    private final Copies copies;
    private final MailedCampaigns campaigns;
    private final CampaignTexts texts;
    private final SubscriptionMails questions;

    NewsletterMails(
            Copies copies,
            MailedCampaigns campaigns,
            CampaignTexts texts,
            SubscriptionMails questions) {
        this.copies = copies;
        this.campaigns = campaigns;
        this.texts = texts;
        this.questions = questions;
    }

    @Override
    public Set<DeliveryKind> kinds() {
        return Set.of(
                DeliveryKind.CAMPAIGN,
                DeliveryKind.CAMPAIGN_TEST,
                DeliveryKind.SUBSCRIPTION_CONFIRMATION);
    }

    @Override
    public Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now) {
        return Flux.concat(
                        campaignMails(of(DeliveryKind.CAMPAIGN, batch)),
                        tests(of(DeliveryKind.CAMPAIGN_TEST, batch)),
                        questions(of(DeliveryKind.SUBSCRIPTION_CONFIRMATION, batch)))
                .collectMap(Gathered::delivery, Gathered::mail);
    }

    private record Gathered(DeliveryId delivery, Mail mail) {}

    private static List<Delivery> of(DeliveryKind kind, List<Delivery> batch) {
        return batch.stream().filter(delivery -> delivery.kind() == kind).toList();
    }

    private Flux<Gathered> campaignMails(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return Flux.empty();
        }
        return copies.copies(batch)
                .collectList()
                .flatMapMany(found ->
                        campaigns
                                .of(found.stream().map(Copies.Copy::campaign).toList())
                                .flatMapIterable(mailed -> mails(found, mailed)));
    }

    private List<Gathered> mails(List<Copies.Copy> found, Map<CampaignId, Mailed> campaigns) {
        var mails = new ArrayList<Gathered>();
        for (var copy : found) {
            var mailed = campaigns.get(copy.campaign());
            if (mailed != null) {
                var text = this.campaigns.text(mailed, copy.to().language());
                mails.add(
                        new Gathered(
                                copy.delivery(),
                                mail(text, copy.to(), texts.leaving(copy.token()))));
            }
        }
        return mails;
    }

    private Mail mail(MailText text, Addressee to, String leaving) {
        return new Mail(to, text, texts.slots(text, new Reader(to.name(), to.address(), leaving)));
    }

    private Flux<Gathered> tests(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return Flux.empty();
        }
        return copies.tests(batch)
                .collectList()
                .flatMapMany(found ->
                        campaigns
                                .of(found.stream().map(Copies.Test::campaign).toList())
                                .flatMapIterable(mailed ->
                                        found.stream()
                                                .flatMap(test -> test(test, mailed).stream())
                                                .toList()));
    }

    /// The draft may have lost that language meanwhile.
    private Optional<Gathered> test(Copies.Test test, Map<CampaignId, Mailed> campaigns) {
        return Optional.ofNullable(campaigns.get(test.campaign()))
                .filter(mailed -> mailed.campaign().draft().words().containsKey(test.language()))
                .map(mailed -> new Gathered(test.delivery(), test(test, mailed)));
    }

    private Mail test(Copies.Test test, Mailed mailed) {
        return mail(
                texts.test(mailed.campaign(), mailed.imprint(), test.language()),
                test.to(),
                texts.leavingNothing(mailed.imprint()));
    }

    private Flux<Gathered> questions(List<Delivery> batch) {
        return batch.isEmpty()
                ? Flux.empty()
                : copies.questions(batch)
                        .map(question ->
                                new Gathered(question.delivery(), this.questions.mail(question)));
    }
}
