package org.tinkuy.notification.newsletter;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.delivery.SharedDeliveries.Open;
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

    AdvanceCampaigns(
            Campaigns campaigns,
            CampaignCopies copies,
            TidyDeliveries deliveries,
            NewsForWorkers workers,
            TransactionalOperator transaction) {
        this.campaigns = campaigns;
        this.copies = copies;
        this.deliveries = deliveries;
        this.workers = workers;
        this.transaction = transaction;
    }

    public Mono<Step> step(Instant now) {
        return campaigns
                .underway()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(id -> advance(id, now))
                .reduce(Step.NONE, Step::and)
                .doOnNext(step -> {
                    if (step.copies() > 0) {
                        workers.ring(Lane.NEWSLETTER);
                    }
                });
    }

    private Mono<Step> advance(CampaignId id, Instant now) {
        return campaigns
                .take(id)
                .zipWhen(_ -> copies.open(id))
                .flatMap(found -> advance(found.getT1(), found.getT2(), now))
                .map(Step::of)
                .as(transaction::transactional);
    }

    private Mono<Integer> advance(Underway underway, Open open, Instant now) {
        return switch (underway.campaign().state()) {
            case SENDING ->
                    underway.complete() ? finish(underway, open, now) : fanOut(underway, open, now);
            case PAUSED -> hold(underway);
            case CANCELLED -> giveUp(underway, open, now);
            case DRAFT, FINISHED -> Mono.just(0);
        };
    }

    private Mono<Integer> fanOut(Underway underway, Open open, Instant now) {
        var rate = underway.campaign().draft().rate();
        var room = rate.room(open.untried(), underway.nextSlot(), now);
        return room == 0
                ? Mono.just(0)
                : copies.fanOut(underway.campaign(), room, rate.next(underway.nextSlot(), now));
    }

    private Mono<Integer> finish(Underway underway, Open open, Instant now) {
        return open.all() > 0
                ? Mono.just(0)
                : copies.end(underway.campaign().id(), now).thenReturn(0);
    }

    /// A copy that was with a worker when the campaign was paused, and came back to be tried again.
    private Mono<Integer> hold(Underway underway) {
        return copies.hold(underway.campaign().id()).thenReturn(0);
    }

    private Mono<Integer> giveUp(Underway underway, Open open, Instant now) {
        var id = underway.campaign().id();
        return open.all() == 0
                ? copies.end(id, now).thenReturn(0)
                : deliveries.stopAbout(id.value(), "the campaign was cancelled", now).thenReturn(0);
    }
}
