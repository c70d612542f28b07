package org.tinkuy.notification.newsletter;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.delivery.TidyDeliveries;
import org.tinkuy.notification.newsletter.Campaigns.Underway;
import reactor.core.publisher.Mono;

/// Brings every campaign one step further: makes the copies that are due next, ends what was
/// cancelled, and notices when a campaign is done.
///
/// Each step is one transaction that holds the campaign's row, so any number of instances may take
/// it, and a crash leaves the step undone as a whole.
@Component
public class AdvanceCampaigns {

    /// @param underway campaigns that are not at their end
    /// @param copies that were made
    /// @param more as many were made as one step may, so more are due
    public record Step(int underway, int copies, boolean more) {

        static final Step NONE = new Step(0, 0, false);

        static Step of(int copies) {
            return new Step(1, copies, copies == SendingRate.AT_ONCE);
        }

        Step and(Step other) {
            return new Step(underway + other.underway, copies + other.copies, more || other.more);
        }
    }

    private final Campaigns campaigns;
    private final CampaignCopies copies;
    private final TidyDeliveries deliveries;
    private final NewsForWorkers workers;
    private final TransactionalOperator transaction;
    private final Instant toldUntil;

    AdvanceCampaigns(
            Campaigns campaigns,
            CampaignCopies copies,
            TidyDeliveries deliveries,
            NewsForWorkers workers,
            TransactionalOperator transaction,
            NotificationSettings settings) {
        this.campaigns = campaigns;
        this.copies = copies;
        this.deliveries = deliveries;
        this.workers = workers;
        this.toldUntil = requireNonNullElse(settings.delivery().toldUntil(), Instant.EPOCH);
        this.transaction = transaction;
    }

    public Mono<Step> step(Instant now) {
        return campaigns
                .underway()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(id -> advance(id, now))
                .reduce(Step.NONE, Step::and);
    }

    private record Made(int copies, Lane lane) {}

    private Mono<Step> advance(CampaignId id, Instant now) {
        return campaigns
                .take(id)
                .flatMap(found ->
                        advance(found, now)
                                .map(copies ->
                                        new Made(copies, CampaignCopies.lane(found.campaign()))))
                .as(transaction::transactional)
                .doOnNext(made -> {
                    if (made.copies() > 0) {
                        workers.ring(made.lane());
                    }
                })
                .map(made -> Step.of(made.copies()));
    }

    private Mono<Integer> advance(Underway underway, Instant now) {
        return switch (underway.campaign().state()) {
            case SENDING -> goOnOrPause(underway, now);
            // what a worker held, and came back to be tried again
            case PAUSED -> copies.hold(underway.campaign()).thenReturn(0);
            case CANCELLED -> giveUp(underway, now);
            case DRAFT, FINISHED -> Mono.just(0);
        };
    }

    /// Also when every copy has ended: who sees it finished would believe that it arrived.
    private Mono<Integer> goOnOrPause(Underway underway, Instant now) {
        var campaign = underway.campaign();
        return copies.answers(campaign, underway.judgedFrom())
                .flatMap(answers -> {
                    var said = answers.said();
                    if (said == null || !answers.mostAreRefusals()) {
                        return underway.complete() ? finish(underway, now) : fanOut(underway, now);
                    }
                    return campaigns
                            .pause(
                                    campaign.id(),
                                    new PauseReason(answers.refused(), answers.judged(), said))
                            .then(copies.hold(campaign))
                            .thenReturn(0);
                });
    }

    /// What waits is counted only when there is time for more. Copies whose turn came while a
    /// system ran that was lost have their place there, and are not made up for.
    private Mono<Integer> fanOut(Underway underway, Instant present) {
        var rate = underway.campaign().draft().rate();
        var slot = underway.nextSlot();
        var now = slot.isBefore(toldUntil) ? slot : present;
        return rate.room(0, slot, now) == 0
                ? Mono.just(0)
                : copies.untried(underway.campaign())
                        .map(waiting -> rate.room(waiting, slot, now))
                        .flatMap(room ->
                                room == 0
                                        ? Mono.just(0)
                                        : copies.fanOut(
                                                underway.campaign(), room, rate.next(slot, now)));
    }

    private Mono<Integer> finish(Underway underway, Instant now) {
        var campaign = underway.campaign();
        return copies.allEnded(campaign)
                .flatMap(ended ->
                        ended ? campaigns.end(campaign.id(), now).thenReturn(0) : Mono.just(0));
    }

    private Mono<Integer> giveUp(Underway underway, Instant now) {
        var id = underway.campaign().id();
        return copies.allEnded(underway.campaign())
                .flatMap(ended ->
                        ended
                                ? campaigns.end(id, now).thenReturn(0)
                                : deliveries
                                        .stopAbout(id.value(), "the campaign was cancelled", now)
                                        .thenReturn(0));
    }
}
