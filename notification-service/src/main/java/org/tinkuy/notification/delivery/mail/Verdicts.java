package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinkuy.database.DatabaseFailure;
import org.tinkuy.notification.delivery.Attempt;
import org.tinkuy.notification.delivery.ConcludeAttempts;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Judged;

/// Writes down what came of deliveries, of all workers together: one commit for what happened
/// within a few hundredths of a second.
final class Verdicts {

    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final Duration GATHERED_FOR = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 1_000;
    private static final int LAST_TRIES = 3;

    /// Workers wait when this many are not written down yet.
    private static final int MOST_WAITING = 4_000;

    private final ConcludeAttempts attempts;
    private final DeliveryMetrics metrics;
    private final PhaseTimes times;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean ending;

    Verdicts(ConcludeAttempts attempts, DeliveryMetrics metrics, PhaseTimes times) {
        this.attempts = attempts;
        this.metrics = metrics;
        this.times = times;
    }

    private record Waiting(Attempt attempt, Runnable written) {}

    void add(long epoch, Judged judged) throws InterruptedException {
        add(epoch, judged, () -> {});
    }

    /// @param written is run when the database has it
    void add(long epoch, Judged judged, Runnable written) throws InterruptedException {
        waiting.put(new Waiting(new Attempt(epoch, judged), written));
    }

    /// Until [#end] was called and everything is written down.
    void run() {
        while (true) {
            try {
                var first = waiting.poll(GATHERED_FOR.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(withThoseOfTheSameMoment(first));
                } else if (ending) {
                    return;
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    void begin() {
        ending = false;
    }

    void end() {
        ending = true;
    }

    private List<Waiting> withThoseOfTheSameMoment(Waiting first) throws InterruptedException {
        var batch = new ArrayList<Waiting>();
        batch.add(first);
        var until = System.nanoTime() + GATHERED_FOR.toNanos();
        while (batch.size() < AT_ONCE) {
            var left = ending ? 0 : until - System.nanoTime();
            var next = waiting.poll(Math.max(left, 0), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        var verdicts = batch.stream().map(Waiting::attempt).toList();
        for (var tries = 1; ; tries++) {
            try {
                var mine =
                        times.during(
                                PhaseTimes.Phase.CONCLUDE,
                                () -> attempts.conclude(verdicts).block(DATABASE_ANSWERS_WITHIN));
                count(verdicts, mine == null ? Set.of() : mine);
                batch.forEach(one -> one.written().run());
                return;
            } catch (RuntimeException e) {
                if (DatabaseFailure.of(e) == DatabaseFailure.DATA
                        || DatabaseFailure.of(e) == DatabaseFailure.OTHER) {
                    writeWithoutTheWrongOne(batch, e);
                    return;
                }
                LOG.warn("{} verdicts cannot be written down yet", batch.size(), e);
                if (ending && tries >= LAST_TRIES) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    /// Halves it until what the database refuses stands alone.
    private void writeWithoutTheWrongOne(List<Waiting> batch, RuntimeException refusal)
            throws InterruptedException {
        if (batch.size() == 1) {
            LOG.error("What came of a delivery cannot be written down", refusal);
            return;
        }
        var half = batch.size() / 2;
        write(batch.subList(0, half));
        write(batch.subList(half, batch.size()));
    }

    private void count(List<Attempt> batch, Set<DeliveryId> mine) {
        for (var attempt : batch) {
            var judged = attempt.judged();
            if (mine.contains(judged.delivery().id())) {
                metrics.count(judged.delivery(), judged.verdict());
            } else {
                LOG.warn(
                        "Delivery {} was taken over by another worker before it was known to be {}",
                        judged.delivery().id().value(),
                        judged.verdict());
            }
        }
    }
}
