package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.ConcludeAttempts;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.TidyDeliveries;
import org.tinkuy.notification.delivery.WaitingDeliveries;

/// The threads that deliver. Each lane has a supply and connections of its own, so that no lane
/// waits for another; where the mail server takes too few connections for that, the more urgent
/// lane has them ([SharedLines]).
@Component
class MailWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorkers.class);

    /// After these pauses a mail server that was down is tried again.
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /// Of all connections, those that only codes may use.
    private static final int SHARE_OF_CODES = 4;

    /// A mail that is on its way is waited for, so that a stop leaves nothing unknown.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LaneWork.Tools tools;
    private final MailPreparation preparation;
    private final List<WaitingDeliveries> waiting;
    private final MailServer server;
    private final Bell bell;
    private final DeliveryQueue queue;
    private final WorkerMembership membership;
    private final Verdicts verdicts;
    private final NotificationSettings settings;
    private final List<Thread> workers = new ArrayList<>();
    private final List<Thread> keepers = new ArrayList<>();
    private volatile boolean running;

    MailWorkers(
            LaneWork.Tools tools,
            MailPreparation preparation,
            List<WaitingDeliveries> waiting,
            MailServer server,
            Bell bell,
            DeliveryQueue queue,
            TidyDeliveries tidy,
            ConcludeAttempts attempts,
            NotificationSettings settings) {
        this.tools = tools;
        this.preparation = preparation;
        this.waiting = List.copyOf(waiting);
        this.server = server;
        this.bell = bell;
        this.queue = queue;
        this.settings = settings;
        this.membership =
                new WorkerMembership(
                        queue,
                        tidy,
                        server,
                        tools.metrics(),
                        tools.clock(),
                        settings.delivery().lease());
        this.verdicts = new Verdicts(attempts, tools.metrics(), tools.times());
    }

    @Override
    public void start() {
        if (running || settings.smtp().connections() == 0) {
            return;
        }
        running = true;
        verdicts.begin();
        keepers.add(thread("delivery-membership", membership::run));
        keepers.add(thread("delivery-verdicts", verdicts::run));
        var codes = Math.max(1, settings.smtp().connections() / SHARE_OF_CODES);
        var lanes = Lane.values().length;
        var shared = Math.max(0, settings.smtp().connections() - codes - (lanes - 1));
        var roomOfTheOthers = new Semaphore(shared);
        var lines = new SharedLines();
        for (var lane : Lane.values()) {
            var supply =
                    lane == Lane.CODES
                            ? supply(lane, codes, new Semaphore(codes - 1), lines)
                            : supply(lane, 1 + shared, roomOfTheOthers, lines);
            workers.add(thread("delivery-" + lane.label(), () -> work(lane, supply)));
        }
    }

    private LaneSupply supply(Lane lane, int most, Semaphore room, SharedLines lines) {
        var work = LaneWork.of(lane, most, membership, verdicts, tools);
        var connections = new LaneConnections(work, server, room, lines, () -> running);
        return new LaneSupply(work, connections, queue, waiting, preparation);
    }

    private static Thread thread(String name, Runnable work) {
        return Thread.ofPlatform().name(name).daemon().start(work);
    }

    private void work(Lane lane, LaneSupply supply) {
        var pause = SHORTEST_PAUSE;
        try {
            while (running) {
                pause = goOn(lane, supply, pause);
            }
            supply.end(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Others will notice only after a while what lane {} held", lane.label(), e);
        }
    }

    private Duration goOn(Lane lane, LaneSupply supply, Duration pause)
            throws InterruptedException {
        try {
            switch (supply.round()) {
                case WORKED -> {}
                case IDLE -> bell.await(lane, settings.delivery().poll());
                case UNREACHABLE -> {
                    return rest(pause);
                }
            }
            return SHORTEST_PAUSE;
        } catch (RuntimeException e) {
            LOG.warn("Lane {} will go on in a moment", lane.label(), e);
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
            if (!thread.join(PATIENCE.plus(SHORTEST_PAUSE))) {
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
