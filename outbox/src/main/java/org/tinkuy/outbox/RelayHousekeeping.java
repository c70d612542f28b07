package org.tinkuy.outbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the leader does beside publishing: measure how late the outbox is, declare the topics, make
/// and drop partitions.
final class RelayHousekeeping implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RelayHousekeeping.class);

    private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);
    private static final Duration PARTITIONS_EVERY = Duration.ofHours(1);
    private static final Duration PARTITIONS_AGAIN = Duration.ofMinutes(1);

    private final OutboxRows rows;
    private final RelayStatus status;
    private final Runnable declareTopics;
    private final Duration keep;

    private boolean topicsDeclared;
    private long measureAt = System.nanoTime();
    private long partitionsAt = System.nanoTime();

    RelayHousekeeping(OutboxRows rows, RelayStatus status, Runnable declareTopics, Duration keep) {
        this.rows = rows;
        this.status = status;
        this.declareTopics = declareTopics;
        this.keep = keep;
    }

    @Override
    public void run() {
        if (System.nanoTime() - measureAt >= 0) {
            status.oldest(rows.oldestAge());
            measureAt = System.nanoTime() + MEASURE_EVERY.toNanos();
        }
        if (System.nanoTime() - partitionsAt >= 0) {
            renewPartitions();
        }
        if (!topicsDeclared) {
            declareTopics.run();
            topicsDeclared = true;
        }
    }

    /// Made a week ahead, so one failure does no harm.
    private void renewPartitions() {
        var again = PARTITIONS_EVERY;
        try {
            rows.renewPartitions(keep);
        } catch (RuntimeException e) {
            log.warn("The outbox's partitions could not be renewed and will be tried again", e);
            again = PARTITIONS_AGAIN;
        }
        partitionsAt = System.nanoTime() + again.toNanos();
    }
}
