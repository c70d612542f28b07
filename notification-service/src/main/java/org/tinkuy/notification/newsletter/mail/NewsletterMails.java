package org.tinkuy.notification.newsletter.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.notification.newsletter.Copies;
import org.tinkuy.notification.newsletter.Newsletter;
import org.tinkuy.notification.newsletter.Newsletters;
import org.tinkuy.notification.newsletter.UnsubscribeToken;
import org.tinkuy.notification.people.Addressee;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Campaigns, their tests, and the questions whether somebody meant to subscribe.
@Component
class NewsletterMails implements MailSource {

    private final Copies copies;
    private final Campaigns campaigns;
    private final Newsletters newsletters;
    private final CampaignTexts texts;
    private final SubscriptionMails questions;
    private final SentTexts sent = new SentTexts();

    NewsletterMails(
            Copies copies,
            Campaigns campaigns,
            Newsletters newsletters,
            CampaignTexts texts,
            SubscriptionMails questions) {
        this.copies = copies;
        this.campaigns = campaigns;
        this.newsletters = newsletters;
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
                        issues(found.stream().map(Copies.Copy::campaign).distinct().toList())
                                .flatMapIterable(issues -> mails(found, issues)));
    }

    private record Issue(Campaign campaign, Newsletter newsletter) {}

    /// A campaign whose newsletter is offered no more has nothing left to say.
    private Mono<Map<CampaignId, Issue>> issues(List<CampaignId> ids) {
        return Flux.fromIterable(ids)
                .concatMap(campaigns::find)
                .concatMap(campaign ->
                        newsletters
                                .of(campaign.programme())
                                .map(newsletter -> new Issue(campaign, newsletter)))
                .collectMap(issue -> issue.campaign().id());
    }

    private List<Gathered> mails(List<Copies.Copy> found, Map<CampaignId, Issue> issues) {
        var mails = new ArrayList<Gathered>();
        for (var copy : found) {
            var issue = issues.get(copy.campaign());
            if (issue != null) {
                var written = issue.campaign().draft().languageFor(copy.to().language());
                var text = text(issue, written);
                mails.add(new Gathered(copy.delivery(), mail(text, copy.to(), copy.token())));
            }
        }
        return mails;
    }

    private Mail mail(MailText text, Addressee to, UnsubscribeToken token) {
        return new Mail(to, text, texts.slots(text, to.name(), to.address(), token));
    }

    /// The same object for all copies, so that it is compiled once.
    private MailText text(Issue issue, Language written) {
        return sent.of(
                issue.campaign().id(),
                written,
                () -> texts.text(issue.campaign(), issue.newsletter(), written));
    }

    private Flux<Gathered> tests(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return Flux.empty();
        }
        return copies.tests(batch)
                .collectList()
                .flatMapMany(found ->
                        issues(found.stream().map(Copies.Test::campaign).distinct().toList())
                                .flatMapIterable(issues ->
                                        found.stream()
                                                .flatMap(test -> test(test, issues).stream())
                                                .toList()));
    }

    /// The draft may have lost that language meanwhile.
    private Optional<Gathered> test(Copies.Test test, Map<CampaignId, Issue> issues) {
        return Optional.ofNullable(issues.get(test.campaign()))
                .filter(issue -> issue.campaign().draft().words().containsKey(test.language()))
                .map(issue ->
                        new Gathered(
                                test.delivery(),
                                mail(
                                        texts.test(
                                                issue.campaign(),
                                                issue.newsletter(),
                                                test.language()),
                                        test.to(),
                                        UnsubscribeToken.OF_A_TEST)));
    }

    private Flux<Gathered> questions(List<Delivery> batch) {
        return batch.isEmpty()
                ? Flux.empty()
                : copies.questions(batch)
                        .map(question ->
                                new Gathered(question.delivery(), this.questions.mail(question)));
    }
}
