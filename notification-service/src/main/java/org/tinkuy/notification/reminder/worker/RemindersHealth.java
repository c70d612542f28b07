package org.tinkuy.notification.reminder.worker;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Says when reminders go out next, and whether they are late. It is no part of readiness: taking
/// the service away would make them later.
@Component("remindersHealthIndicator")
class RemindersHealth implements HealthIndicator {

    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final ReminderMetrics metrics;

    RemindersHealth(ReminderMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Health health() {
        var behind = metrics.behind();
        if (behind.compareTo(TOLERATED) > 0) {
            return Health.down()
                    .withDetail("reason", "reminders are " + behind.toMinutes() + " minutes late")
                    .build();
        }
        var next = metrics.nextFanOut();
        return Health.up().withDetail("next", next == null ? "none planned" : next).build();
    }
}
