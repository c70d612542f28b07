package org.tinkuy.notification.newsletter.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.newsletter.AdvanceCampaigns;
import org.tinkuy.notification.newsletter.NewsForRounds;

/// Looks after campaigns that are underway: a few times a second, without a pause while more copies
/// are due than one step makes, and at once when one starts. It blocks its own thread.
@Component
class CampaignRounds implements SmartLifecycle, NewsForRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignRounds.class);

    private static final Duration BETWEEN_STEPS = Duration.ofMillis(400);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    private final AdvanceCampaigns campaigns;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    CampaignRounds(AdvanceCampaigns campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("campaigns").daemon().start(this::run);
    }

    private void run() {
        while (running) {
            try {
                await(step());
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!running) {
                    return;
                }
                LOG.warn("Campaigns will go on in a moment", e);
                if (!rested()) {
                    return;
                }
            }
        }
    }

    private Duration step() {
        var step = campaigns.step(clock.instant()).block(DATABASE_ANSWERS_WITHIN);
        if (step == null || step.underway() == 0) {
            return BETWEEN_LOOKS;
        }
        return step.more() ? Duration.ZERO : BETWEEN_STEPS;
    }

    private void await(Duration pause) throws InterruptedException {
        if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    @Override
    public void ring() {
        news.release();
    }

    private static boolean rested() {
        try {
            Thread.sleep(AFTER_A_FAILURE);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        var working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
