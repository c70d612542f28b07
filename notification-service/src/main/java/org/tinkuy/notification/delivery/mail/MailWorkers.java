package org.tinkuy.notification.delivery.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.TidyDeliveries;

/// The threads that deliver: per lane as many as configured, so that no lane waits for another.
@Component
class MailWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorkers.class);

    /// After these pauses a mail server that was down is tried again.
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /// A mail that is on its way is waited for, so that a stop leaves nothing unknown.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailWorker worker;
    private final Bell bell;
    private final Membership membership;
    private final NotificationSettings.Delivery settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    MailWorkers(
            MailWorker worker,
            Bell bell,
            DeliveryQueue queue,
            TidyDeliveries tidy,
            DeliveryMetrics metrics,
            NotificationSettings settings,
            Clock clock) {
        this.worker = worker;
        this.bell = bell;
        this.settings = settings.delivery();
        this.membership = new Membership(queue, tidy, metrics, clock, this.settings.lease());
    }

    @Override
    public void start() {
        if (running || settings.workersPerLane() == 0) {
            return;
        }
        running = true;
        threads.add(
                Thread.ofPlatform().name("delivery-membership").daemon().start(membership::run));
        for (var lane : Lane.values()) {
            for (var i = 0; i < settings.workersPerLane(); i++) {
                threads.add(
                        Thread.ofPlatform()
                                .name("delivery-" + lane.label() + "-" + i)
                                .daemon()
                                .start(() -> work(lane)));
            }
        }
    }

    private void work(Lane lane) {
        var pause = SHORTEST_PAUSE;
        while (running) {
            try {
                var epoch = membership.epoch();
                var round =
                        epoch == null
                                ? MailWorker.Round.IDLE
                                : worker.round(epoch, lane, () -> running);
                switch (round) {
                    case WORKED -> pause = SHORTEST_PAUSE;
                    case IDLE -> {
                        pause = SHORTEST_PAUSE;
                        bell.await(lane, settings.poll());
                    }
                    case UNREACHABLE -> pause = rest(pause);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Lane {} will go on in a moment", lane.label(), e);
                pause = restUnlessInterrupted(pause);
            }
        }
    }

    private Duration rest(Duration pause) throws InterruptedException {
        Thread.sleep(pause);
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private Duration restUnlessInterrupted(Duration pause) {
        try {
            return rest(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running = false;
            return pause;
        }
    }

    @Override
    public void stop() {
        running = false;
        for (var lane : Lane.values()) {
            bell.ring(lane);
        }
        threads.forEach(MailWorkers::waitFor);
        threads.clear();
        try {
            membership.leave();
        } catch (RuntimeException e) {
            LOG.warn("Others will notice only after a while that this worker stopped", e);
        }
    }

    private static void waitFor(Thread thread) {
        try {
            if (thread.getName().endsWith("membership") || !thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join(SHORTEST_PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
