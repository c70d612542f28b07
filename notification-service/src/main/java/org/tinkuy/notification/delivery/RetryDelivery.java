package org.tinkuy.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;
import org.tinkuy.notification.delivery.EndedDeliveries.Again;
import org.tinkuy.problems.Refusal;
import reactor.core.publisher.Mono;

/// Sends a message again that failed, or of which nobody knows the fate, because an organiser says
/// so.
@Component
public class RetryDelivery {

    static final Set<DeliveryState> RETRYABLE =
            EnumSet.of(DeliveryState.FAILED, DeliveryState.UNKNOWN);

    private final DeliveryLog log;
    private final EndedDeliveries ended;
    private final HeldCopies held;
    private final NewsForWorkers workers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RetryDelivery(
            DeliveryLog log,
            EndedDeliveries ended,
            HeldCopies held,
            NewsForWorkers workers,
            TransactionalOperator transaction,
            Clock clock) {
        this.log = log;
        this.ended = ended;
        this.held = held;
        this.workers = workers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// It is tried although a mail server may have refused the address: the organiser has heard
    /// that it works now. A copy of a paused campaign waits until that goes on.
    ///
    /// @return empty if there is no such delivery
    public Mono<DeliveryLog.Entry> retry(Visibility visibility, UUID id) {
        var now = clock.instant();
        return log.find(visibility, id, now)
                .flatMap(_ ->
                        insistOn(id, now)
                                .switchIfEmpty(Mono.error(NotRetryable::new))
                                .doOnNext(
                                        again -> Again.ready(List.of(again)).forEach(workers::ring))
                                .then(log.find(visibility, id, now)));
    }

    private Mono<Again> insistOn(UUID id, Instant now) {
        return held.heldNow()
                .flatMap(campaigns -> ended.insistOn(id, RETRYABLE, campaigns, now))
                .as(transaction::transactional);
    }

    /// It goes on, has arrived, is too late, or its address is not kept.
    public static final class NotRetryable extends Refusal {

        NotRetryable() {
            super(Because.CONFLICT, "not-retryable", "This cannot be sent again.");
        }
    }
}
