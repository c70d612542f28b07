package org.tinkuy.outbox;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/// Down while messages wait for longer than they should: Kafka is away, or refuses one of them. It
/// is no part of readiness, for requests are served as before.
final class OutboxHealth extends AbstractHealthIndicator {

    private final RelayStatus status;
    private final Duration lateAfter;

    OutboxHealth(RelayStatus status, Duration lateAfter) {
        super("the outbox could not be looked at");
        this.status = status;
        this.lateAfter = lateAfter;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var age = status.oldestAge();
        var late = age.compareTo(lateAfter) > 0;
        builder.status(late || !status.isWorking() ? Status.DOWN : Status.UP)
                .withDetail("leader", status.isLeading())
                .withDetail("oldestUnpublished", age);
    }
}
