package org.tinkuy.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.DeliveryLog.Filter;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;
import org.tinkuy.problems.Refusal;
import reactor.core.publisher.Mono;

/// Sends again what failed, or what nobody knows the fate of, because an organiser says so.
@Component
public class RetryDelivery {

    private static final Set<DeliveryState> RETRYABLE =
            EnumSet.of(DeliveryState.FAILED, DeliveryState.UNKNOWN);

    /// Each page is a transaction of its own, far below a second.
    private static final int AT_ONCE = 1_000;

    private final DeliveryLog log;
    private final NewsForWorkers workers;
    private final Clock clock;

    RetryDelivery(DeliveryLog log, NewsForWorkers workers, Clock clock) {
        this.log = log;
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
                        log.insistOn(id, RETRYABLE, now)
                                .switchIfEmpty(Mono.error(NotRetryable::new))
                                .doOnNext(workers::ring)
                                .then(log.find(visibility, id, now)));
    }

    /// Those whose address was refused before fail again, without bothering the mail server: many
    /// mails to addresses that do not exist are what spammers send.
    ///
    /// @return how many there are
    public Mono<Integer> retryAll(Visibility visibility, Filter filter, DeliveryState ended) {
        if (!RETRYABLE.contains(ended)) {
            return Mono.error(new NotRetryable());
        }
        var now = clock.instant();
        return page(visibility, filter, ended, now)
                .expand(lanes ->
                        lanes.size() < AT_ONCE
                                ? Mono.empty()
                                : page(visibility, filter, ended, now))
                .map(List::size)
                .reduce(0, Integer::sum);
    }

    private Mono<List<Lane>> page(
            Visibility visibility, Filter filter, DeliveryState ended, Instant now) {
        return log.sendAgain(visibility, filter, EnumSet.of(ended), AT_ONCE, now)
                .collectList()
                .doOnNext(lanes -> orNone(lanes).forEach(workers::ring));
    }

    private static Set<Lane> orNone(List<Lane> lanes) {
        return lanes.isEmpty() ? EnumSet.noneOf(Lane.class) : EnumSet.copyOf(lanes);
    }

    /// It goes on, has arrived, is too late, or its address is not kept.
    public static final class NotRetryable extends Refusal {

        NotRetryable() {
            super(Because.CONFLICT, "not-retryable", "This cannot be sent again.");
        }
    }
}
