package org.tinkuy.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Publishes what waits in the outbox, in the order of its rows, on one thread of its own.
///
/// It goes on without end: while Kafka or the database is down it tries again, ever less often.
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    /// After a batch that was not full: in a rush, what is appended meanwhile shares a transaction
    /// of Kafka, which costs the broker more than the messages in it.
    private static final Duration REST = Duration.ofMillis(50);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final OutboxRows rows;
    private final RelayLease lease;
    private final Supplier<FencedPublisher> publishers;
    private final Runnable housekeeping;
    private final RelayStatus status;
    private final OutboxProperties.Relay settings;
    private final Semaphore wake = new Semaphore(0);

    private volatile boolean running;
    private @Nullable Thread thread;
    private @Nullable FencedPublisher publisher;
    private long holdUntil = System.nanoTime();

    OutboxRelay(
            OutboxRows rows,
            RelayLease lease,
            Supplier<FencedPublisher> publishers,
            Runnable housekeeping,
            RelayStatus status,
            OutboxProperties.Relay settings) {
        this.rows = rows;
        this.lease = lease;
        this.publishers = publishers;
        this.housekeeping = housekeeping;
        this.status = status;
        this.settings = settings;
    }

    /// Something was committed: look now.
    void wake() {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::work);
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake();
        var current = thread;
        if (current != null) {
            join(current);
        }
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(STOP_PATIENCE)) {
                thread.interrupt();
                thread.join(STOP_PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Started before the listeners and the web server, stopped after them: what they still append
    /// is published before the service goes.
    @Override
    public int getPhase() {
        return 0;
    }

    private void work() {
        status.working(true);
        try {
            run();
        } finally {
            status.working(false);
        }
    }

    private void run() {
        var idle = new Pause(FIRST_PAUSE, settings.idle());
        var failing = new Pause(FIRST_PAUSE.multipliedBy(10), settings.retry());
        while (running) {
            try {
                switch (relay()) {
                    case NOTHING -> sleep(idle.next());
                    case SOME -> {
                        idle.reset();
                        pause(REST);
                    }
                    case FULL_BATCH -> idle.reset();
                }
                failing.reset();
            } catch (RuntimeException e) {
                givenUp(e);
                pause(failing.next());
            }
        }
        drain();
        resign();
    }

    private enum Published {
        NOTHING,
        SOME,
        FULL_BATCH
    }

    /// One batch. Rows are read after the publisher was opened, see [FencedPublisher].
    private Published relay() {
        if (!leading()) {
            return Published.NOTHING;
        }
        housekeeping.run();
        var current = publisher;
        if (current == null) {
            current = publishers.get();
            publisher = current;
        }
        var batch = rows.unpublished(settings.batch());
        if (batch.isEmpty()) {
            return Published.NOTHING;
        }
        var overtaken = rows.overtaken(batch);
        current.publish(batch.stream().filter(row -> !overtaken.contains(row.position())).toList());
        rows.markPublished(batch);
        status.published(batch.size());
        return batch.size() < settings.batch() ? Published.SOME : Published.FULL_BATCH;
    }

    private boolean leading() {
        if (System.nanoTime() - holdUntil >= 0) {
            var held = lease.hold();
            status.leading(held);
            if (!held) {
                closePublisher();
                return false;
            }
            holdUntil = System.nanoTime() + settings.lease().dividedBy(3).toNanos();
        }
        return true;
    }

    private void givenUp(RuntimeException e) {
        if (e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException) {
            log.info("Another instance relays the outbox now");
            status.leading(false);
        } else if (running) {
            log.warn("The outbox could not be published and will be tried again: {}", e.toString());
            log.debug("Because of", e);
        }
        holdUntil = System.nanoTime();
        closePublisher();
    }

    /// What was appended while the service stopped; if Kafka is down, it waits for the next leader.
    private void drain() {
        try {
            while (publisher != null && relay() != Published.NOTHING) {
                log.debug("Published what was left");
            }
        } catch (RuntimeException e) {
            log.info("The rest of the outbox waits for the next leader: {}", e.toString());
        }
    }

    private void resign() {
        closePublisher();
        status.leading(false);
        try {
            lease.release();
        } catch (RuntimeException e) {
            log.info("The relay's lease was not released and will run out: {}", e.toString());
        }
    }

    private void closePublisher() {
        var current = publisher;
        publisher = null;
        if (current != null) {
            current.close();
        }
    }

    /// Unlike [#sleep], a full pause: new messages do not end it.
    private void pause(Duration pause) {
        var until = System.nanoTime() + pause.toNanos();
        while (running && System.nanoTime() - until < 0) {
            sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        }
    }

    private void sleep(Duration pause) {
        try {
            if (wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException _) {
            running = false;
        }
    }

    /// Doubles from one time to the next.
    private static final class Pause {

        private final Duration first;
        private final Duration longest;
        private Duration next;

        Pause(Duration first, Duration longest) {
            this.first = first;
            this.longest = longest;
            this.next = first;
        }

        Duration next() {
            var current = next;
            var doubled = current.multipliedBy(2);
            next = doubled.compareTo(longest) > 0 ? longest : doubled;
            return current;
        }

        void reset() {
            next = first;
        }
    }
}
