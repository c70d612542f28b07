package org.tinkuy.notification.newsletter.mail;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.newsletter.AdvanceCampaigns;

/// Looks after campaigns that are underway, a few times a second. It blocks its own thread.
@Component
class CampaignRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignRounds.class);

    private static final Duration BETWEEN_STEPS = Duration.ofMillis(400);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    private final AdvanceCampaigns campaigns;
    private final Clock clock;
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
                Thread.sleep(step());
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
        return step == null || step.underway() == 0 ? BETWEEN_LOOKS : BETWEEN_STEPS;
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
