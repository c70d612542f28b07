package org.tinkuy.notification.delivery.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.TidyDeliveries;
import reactor.core.publisher.Mono;

/// One process's workers in the eyes of the others: it shows that they live, and clears up after
/// those that do not.
final class WorkerMembership {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerMembership.class);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final int BEATS_PER_LEASE = 5;

    /// So that a hundred thousand late reminders do not keep this thread from showing that it
    /// lives.
    private static final int BATCHES_PER_BEAT = 20;

    private final DeliveryQueue queue;
    private final TidyDeliveries tidy;
    private final MailServer server;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Duration lease;
    private final Set<Long> epochs = ConcurrentHashMap.newKeySet();

    WorkerMembership(
            DeliveryQueue queue,
            TidyDeliveries tidy,
            MailServer server,
            DeliveryMetrics metrics,
            Clock clock,
            Duration lease) {
        this.queue = queue;
        this.tidy = tidy;
        this.server = server;
        this.metrics = metrics;
        this.clock = clock;
        this.lease = lease;
    }

    /// @return a new worker's epoch
    long join() {
        long epoch =
                Objects.requireNonNull(queue.enlist(lease).block(DATABASE_ANSWERS_WITHIN), "epoch");
        epochs.add(epoch);
        return epoch;
    }

    /// `false` once the worker has been taken for dead.
    boolean has(long epoch) {
        return epochs.contains(epoch);
    }

    void run() {
        for (var beats = 0; !Thread.currentThread().isInterrupted(); beats++) {
            try {
                beat();
                // It reads the whole queue, and whoever scrapes asks no oftener.
                if (beats % BEATS_PER_LEASE == 0) {
                    metrics.refresh();
                }
            } catch (RuntimeException e) {
                LOG.warn("The database does not answer: {}", e.toString());
            }
            try {
                Thread.sleep(lease.dividedBy(BEATS_PER_LEASE));
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    void beat() {
        server.endStuckConnections();
        stayAlive();
        for (var lost : ended(tidy.recover(clock.instant()))) {
            metrics.countUnknown(lost.delivery());
            metrics.count(lost.delivery(), lost.verdict());
        }
        settle(tidy::doubt);
        settle(tidy::expire);
    }

    private void settle(Function<Instant, Mono<List<Judged>>> some) {
        for (var i = 0; i < BATCHES_PER_BEAT; i++) {
            var ended = ended(some.apply(clock.instant()));
            ended.forEach(one -> metrics.count(one.delivery(), one.verdict()));
            if (ended.size() < TidyDeliveries.AT_ONCE) {
                break;
            }
            stayAlive();
        }
    }

    private void stayAlive() {
        var mine = Set.copyOf(epochs);
        if (!mine.isEmpty()) {
            var alive = queue.stayAlive(mine, lease).block(DATABASE_ANSWERS_WITHIN);
            mine.stream()
                    .filter(epoch -> alive == null || !alive.contains(epoch))
                    .forEach(epochs::remove);
        }
    }

    void leave() {
        for (var epoch : Set.copyOf(epochs)) {
            queue.resign(epoch).block(DATABASE_ANSWERS_WITHIN);
            epochs.remove(epoch);
        }
    }

    private static List<Judged> ended(Mono<List<Judged>> tidied) {
        var ended = tidied.block(DATABASE_ANSWERS_WITHIN);
        return ended == null ? List.of() : ended;
    }
}
