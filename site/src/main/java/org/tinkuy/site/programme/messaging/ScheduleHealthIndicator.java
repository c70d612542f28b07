package org.tinkuy.site.programme.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.tinkuy.follower.TopicFollower;
import org.tinkuy.follower.TopicFollower.Progress;

/// Part of readiness: a page that shows half of the programmes is worse than none.
@Component
class ScheduleHealthIndicator implements HealthIndicator {

    private final TopicFollower follower;

    ScheduleHealthIndicator(TopicFollower follower) {
        this.follower = follower;
    }

    @Override
    public Health health() {
        var progress = follower.progress();
        var health = progress == Progress.CAUGHT_UP ? Health.up() : Health.outOfService();
        return health.withDetail("progress", progress).build();
    }
}
