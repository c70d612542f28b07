package org.tinkuy.notification.newsletter;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.delivery.TidyDeliveries;
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
    public record Step(int underway, int copies) {

        static final Step NONE = new Step(0, 0);

        Step and(Step other) {
            return new Step(underway + other.underway, copies + other.copies);
        }
    }

    private final Campaigns campaigns;
    private final TidyDeliveries deliveries;
    private final NewsForWorkers workers;
    private final TransactionalOperator transaction;

    AdvanceCampaigns(
            Campaigns campaigns,
            TidyDeliveries deliveries,
            NewsForWorkers workers,
            TransactionalOperator transaction) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.workers = workers;
        this.transaction = transaction;
    }

    public Mono<Step> step(Instant now) {
        return campaigns
                .underway()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(underway -> advance(underway, now).map(copies -> new Step(1, copies)))
                .reduce(Step.NONE, Step::and)
                .as(transaction::transactional)
                .doOnNext(step -> {
                    if (step.copies() > 0) {
                        workers.ring(Lane.NEWSLETTER);
                    }
                });
    }

    private Mono<Integer> advance(Campaigns.Underway underway, Instant now) {
        return switch (underway.campaign().state()) {
            case SENDING -> underway.complete() ? finish(underway, now) : fanOut(underway, now);
            case PAUSED -> hold(underway);
            case CANCELLED -> giveUp(underway, now);
            case DRAFT, FINISHED -> Mono.just(0);
        };
    }

    private Mono<Integer> fanOut(Campaigns.Underway underway, Instant now) {
        var rate = underway.campaign().draft().rate();
        var copies = rate.room(underway.waiting(), underway.nextSlot(), now);
        return copies == 0
                ? Mono.just(0)
                : campaigns.fanOut(
                        underway.campaign(), copies, rate.next(underway.nextSlot(), now));
    }

    private Mono<Integer> finish(Campaigns.Underway underway, Instant now) {
        return underway.open() > 0
                ? Mono.just(0)
                : campaigns.end(underway.campaign().id(), now).thenReturn(0);
    }

    /// A copy that was with a worker when the campaign was paused, and came back to be tried again.
    private Mono<Integer> hold(Campaigns.Underway underway) {
        return campaigns.hold(underway.campaign().id()).thenReturn(0);
    }

    private Mono<Integer> giveUp(Campaigns.Underway underway, Instant now) {
        var id = underway.campaign().id();
        return underway.open() == 0
                ? campaigns.end(id, now).thenReturn(0)
                : deliveries.stopAbout(id.value(), "the campaign was cancelled", now).thenReturn(0);
    }
}
