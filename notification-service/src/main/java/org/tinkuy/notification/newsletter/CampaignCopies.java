package org.tinkuy.notification.newsletter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.EndedDeliveries;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.delivery.RelayAnswers;
import org.tinkuy.notification.delivery.SharedDeliveries;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// The copies of campaigns: made, held back, and counted.
@Component
public class CampaignCopies {

    private static final Duration MEASURED_OVER = Duration.ofSeconds(10);
    private static final Duration TEST_IS_USEFUL_FOR = Duration.ofHours(6);

    private final Campaigns campaigns;
    private final Deliveries deliveries;
    private final SharedDeliveries shared;
    private final EndedDeliveries ended;

    CampaignCopies(
            Campaigns campaigns,
            Deliveries deliveries,
            SharedDeliveries shared,
            EndedDeliveries ended) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.shared = shared;
        this.ended = ended;
    }

    /// Copies that wait are held back until [#release].
    Mono<Void> hold(Campaign campaign) {
        return shared.hold(kind(campaign), campaign.id().value());
    }

    private static DeliveryKind kind(Campaign campaign) {
        return switch (campaign.audience()) {
            case Audience.Subscribers _ -> DeliveryKind.CAMPAIGN;
            case Audience.Registered _ -> DeliveryKind.MESSAGE_TO_REGISTERED;
        };
    }

    static Lane lane(Campaign campaign) {
        return kind(campaign).lane();
    }

    /// With what a mail server refused; spread anew, so that what was held back does not go at
    /// once.
    Mono<Void> release(Campaign campaign, Instant now) {
        var rate = campaign.draft().rate();
        return ended.holdRefused(campaign.id().value(), now)
                .then(
                        shared.resume(
                                kind(campaign),
                                campaign.id().value(),
                                now,
                                rate.perSecond(),
                                now.plus(Campaign.COPY_IS_USEFUL_FOR)))
                .flatMap(held -> campaigns.goOnAt(campaign.id(), rate.after(held, now), now));
    }

    Mono<Long> untried(Campaign campaign) {
        return shared.untried(kind(campaign), campaign.id().value());
    }

    Mono<Boolean> allEnded(Campaign campaign) {
        return shared.allEnded(kind(campaign), campaign.id().value());
    }

    /// Makes the next copies, for whoever comes next in the list, each with the time it may go, and
    /// remembers how far it came.
    ///
    /// @return how many; fewer than `copies` only at the end of the list
    public Mono<Integer> fanOut(Campaign campaign, int copies, Instant first) {
        return campaigns
                .next(campaign, copies)
                .delayUntil(next -> shared.enqueue(copies(campaign, first), next))
                .delayUntil(next ->
                        campaigns.turn(
                                campaign.id(),
                                next.isEmpty() ? null : next.getLast(),
                                next.size() < copies,
                                campaign.draft().rate().after(next.size(), first)))
                .map(List::size);
    }

    private static SharedDeliveries.Shared copies(Campaign campaign, Instant first) {
        return new SharedDeliveries.Shared(
                kind(campaign),
                campaign.id().value(),
                campaign.programme(),
                first,
                campaign.draft().rate().perSecond(),
                first.plus(Campaign.COPY_IS_USEFUL_FOR));
    }

    Mono<RelayAnswers> answers(Campaign campaign, Instant since) {
        return shared.answers(kind(campaign), campaign.id().value(), since);
    }

    public Mono<Progress> progress(Campaign campaign, Instant now) {
        var id = campaign.id().value();
        var kind = kind(campaign);
        return Mono.zip(
                shared.standing(kind, id),
                shared.sentSince(kind, id, now.minus(MEASURED_OVER)),
                (standing, latest) ->
                        Progress.of(
                                campaign, standing, latest / (double) MEASURED_OVER.toSeconds()));
    }

    /// Queues a copy in each language, to the organiser who asks for it.
    Mono<Void> test(
            Campaign campaign, Set<Language> languages, RecipientId organiser, Instant now) {
        return deliveries
                .enqueue(
                        languages.stream()
                                .sorted()
                                .map(language -> test(campaign, language, organiser, now))
                                .toList())
                .then();
    }

    private static NewDelivery test(
            Campaign campaign, Language language, RecipientId organiser, Instant now) {
        var kind = DeliveryKind.CAMPAIGN_TEST;
        return new NewDelivery(
                String.join("/", kind.label(), language.tag(), UUID.randomUUID().toString()),
                kind,
                Channel.MAIL,
                organiser,
                List.of(campaign.id().value()),
                campaign.programme(),
                now,
                now,
                now.plus(TEST_IS_USEFUL_FOR),
                false,
                null);
    }

    /// Which language of a campaign a test shows.
    public static Language languageOf(Delivery test) {
        return Language.orSpanish(test.key().split("/", -1)[1]);
    }
}
