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
import org.tinkuy.notification.delivery.ConcludeAttempts;
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

    /// One worker of a lane looks for work often, and wakes the others when it finds much.
    private static final int PATIENT = 8;

    /// A mail that is on its way is waited for, so that a stop leaves nothing unknown.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailWorker worker;
    private final MailServer server;
    private final Bell bell;
    private final WorkerMembership membership;
    private final Verdicts verdicts;
    private final NotificationSettings.Delivery settings;
    private final List<Thread> workers = new ArrayList<>();
    private final List<Thread> keepers = new ArrayList<>();
    private volatile boolean running;

    MailWorkers(
            MailWorker worker,
            MailServer server,
            Bell bell,
            DeliveryQueue queue,
            TidyDeliveries tidy,
            ConcludeAttempts attempts,
            DeliveryMetrics metrics,
            PhaseTimes times,
            NotificationSettings settings,
            Clock clock) {
        this.worker = worker;
        this.server = server;
        this.bell = bell;
        this.settings = settings.delivery();
        this.membership =
                new WorkerMembership(queue, tidy, server, metrics, clock, this.settings.lease());
        this.verdicts = new Verdicts(attempts, metrics, times);
    }

    @Override
    public void start() {
        if (running || settings.workersPerLane() == 0) {
            return;
        }
        running = true;
        verdicts.begin();
        keepers.add(thread("delivery-membership", membership::run));
        keepers.add(thread("delivery-verdicts", verdicts::run));
        for (var lane : Lane.values()) {
            for (var i = 0; i < settings.workersPerLane(); i++) {
                var poll = i == 0 ? settings.poll() : settings.poll().multipliedBy(PATIENT);
                workers.add(thread("delivery-" + lane.label() + "-" + i, () -> work(lane, poll)));
            }
        }
    }

    private static Thread thread(String name, Runnable work) {
        return Thread.ofPlatform().name(name).daemon().start(work);
    }

    private void work(Lane lane, Duration poll) {
        var pause = SHORTEST_PAUSE;
        try (var line = new Line(lane, membership, verdicts, server)) {
            while (running) {
                pause = goOn(line, poll, pause);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration goOn(Line line, Duration poll, Duration pause) throws InterruptedException {
        try {
            switch (worker.round(line, () -> running)) {
                case WORKED -> {}
                case FULL -> bell.ring(line.lane());
                case IDLE -> {
                    line.closeUnlessUsedLately();
                    bell.await(line.lane(), poll);
                }
                case UNREACHABLE -> {
                    return rest(pause);
                }
            }
            return SHORTEST_PAUSE;
        } catch (RuntimeException e) {
            LOG.warn("Lane {} will go on in a moment", line.lane().label(), e);
            return rest(pause);
        }
    }

    private Duration rest(Duration pause) throws InterruptedException {
        Thread.sleep(pause);
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    @Override
    public void stop() {
        running = false;
        bell.ringForAll();
        workers.forEach(MailWorkers::waitFor);
        workers.clear();
        verdicts.end();
        keepers.forEach(thread -> {
            if (thread.getName().endsWith("membership")) {
                thread.interrupt();
            }
            waitFor(thread);
        });
        keepers.clear();
        try {
            membership.leave();
        } catch (RuntimeException e) {
            LOG.warn("Others will notice only after a while that this worker stopped", e);
        }
    }

    private static void waitFor(Thread thread) {
        try {
            if (!thread.join(PATIENCE)) {
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
