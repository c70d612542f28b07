package org.tinkuy.notification.delivery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;
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
    private final NewsForWorkers workers;
    private final Clock clock;

    RetryDelivery(DeliveryLog log, EndedDeliveries ended, NewsForWorkers workers, Clock clock) {
        this.log = log;
        this.ended = ended;
        this.workers = workers;
        this.clock = clock;
    }

    /// It is tried although a mail server may have refused the address: the organiser has heard
    /// that it works now.
    ///
    /// @return empty if there is no such delivery
    public Mono<DeliveryLog.Entry> retry(Visibility visibility, UUID id) {
        var now = clock.instant();
        return log.find(visibility, id, now)
                .flatMap(_ ->
                        ended.insistOn(id, RETRYABLE, now)
                                .switchIfEmpty(Mono.error(NotRetryable::new))
                                .doOnNext(workers::ring)
                                .then(log.find(visibility, id, now)));
    }

    /// It goes on, has arrived, is too late, or its address is not kept.
    public static final class NotRetryable extends Refusal {

        NotRetryable() {
            super(Because.CONFLICT, "not-retryable", "This cannot be sent again.");
        }
    }
}
