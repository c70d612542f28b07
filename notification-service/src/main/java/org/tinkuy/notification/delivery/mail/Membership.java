package org.tinkuy.notification.delivery.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinkuy.notification.delivery.DeliveryFacts;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.TidyDeliveries;
import reactor.core.publisher.Mono;

/// One process's place among the workers: it shows that it lives, and clears up after those that do
/// not.
final class Membership {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final int BEATS_PER_LEASE = 5;

    private final DeliveryQueue queue;
    private final TidyDeliveries tidy;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Duration lease;
    private volatile @Nullable Long epoch;

    Membership(
            DeliveryQueue queue,
            TidyDeliveries tidy,
            DeliveryMetrics metrics,
            Clock clock,
            Duration lease) {
        this.queue = queue;
        this.tidy = tidy;
        this.metrics = metrics;
        this.clock = clock;
        this.lease = lease;
    }

    /// `null` until the database knows this worker.
    @Nullable Long epoch() {
        return epoch;
    }

    void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                beat();
                Thread.sleep(lease.dividedBy(BEATS_PER_LEASE));
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The database does not answer: {}", e.toString());
                pause();
            }
        }
    }

    void beat() {
        var current = epoch;
        if (current == null || !Boolean.TRUE.equals(stayAlive(current))) {
            epoch = queue.enlist(lease).block(DATABASE_ANSWERS_WITHIN);
            LOG.info("Delivering as worker {}", epoch);
        }
        for (var lost : ended(tidy.recover(clock.instant()))) {
            metrics.countUnknown(lost.delivery());
            metrics.count(lost.delivery(), lost.verdict());
        }
        for (var late : ended(tidy.expire(clock.instant()))) {
            metrics.count(late.delivery(), late.verdict());
        }
        metrics.refresh();
    }

    private @Nullable Boolean stayAlive(long current) {
        return queue.stayAlive(current, lease).block(DATABASE_ANSWERS_WITHIN);
    }

    void leave() {
        var current = epoch;
        if (current != null) {
            queue.resign(current).block(DATABASE_ANSWERS_WITHIN);
        }
    }

    private static List<DeliveryFacts.Ended> ended(Mono<List<DeliveryFacts.Ended>> tidied) {
        var ended = tidied.block(DATABASE_ANSWERS_WITHIN);
        return ended == null ? List.of() : ended;
    }

    private void pause() {
        try {
            Thread.sleep(lease.dividedBy(BEATS_PER_LEASE));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
