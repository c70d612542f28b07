package org.tinkuy.notification.reminder.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.reminder.FanOut;
import org.tinkuy.notification.reminder.ScheduleReminders;

/// The thread that looks for what is due and fans it out.
///
/// Every instance has one. They share the work page by page; none has to know of the others.
@Component
class FanOutWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FanOutWorker.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration RESTS_AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final Duration PLANNED_WITHIN = Duration.ofMinutes(5);

    private final FanOut fanOut;
    private final ScheduleReminders schedule;
    private final NewsForWorkers mailWorkers;
    private final ReminderMetrics metrics;
    private final Clock clock;
    private CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    FanOutWorker(
            FanOut fanOut,
            ScheduleReminders schedule,
            NewsForWorkers mailWorkers,
            ReminderMetrics metrics,
            Clock clock) {
        this.fanOut = fanOut;
        this.schedule = schedule;
        this.mailWorkers = mailWorkers;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        var stop = new CountDownLatch(1);
        stopped = stop;
        thread = Thread.ofPlatform().name("fan-out").daemon().start(() -> run(stop));
    }

    private void run(CountDownLatch stop) {
        var planned = false;
        while (stop.getCount() > 0) {
            try {
                if (!planned) {
                    schedule.planAgain(clock.instant()).block(PLANNED_WITHIN);
                    planned = true;
                }
                if (!round()) {
                    metrics.refresh();
                    rest(stop, LOOKS_EVERY);
                }
            } catch (RuntimeException e) {
                LOG.warn("The fan-out will go on in a moment", e);
                rest(stop, RESTS_AFTER_A_FAILURE);
            }
        }
    }

    /// @return whether there was something to do
    boolean round() {
        var page = fanOut.nextPage(clock.instant()).block(DATABASE_ANSWERS_WITHIN);
        if (page == null) {
            return false;
        }
        metrics.count(page);
        mailWorkers.ring(page.kind().lane());
        return true;
    }

    private static void rest(CountDownLatch stop, Duration time) {
        try {
            var _ = stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            stop.countDown();
        }
    }

    /// A page that has begun is waited for.
    @Override
    public synchronized void stop() {
        stopped.countDown();
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(DATABASE_ANSWERS_WITHIN)) {
                running.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
