package org.tinkuy.inbox;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/// Down while a topic has dead letters that the database could not store: a fault of ours that is
/// to be mended. It is no part of readiness, for everything else is served as before.
final class DeadLettersHealth extends AbstractReactiveHealthIndicator {

    private final UnsettledData unsettled;

    DeadLettersHealth(UnsettledData unsettled) {
        super("the dead letters could not be looked at");
        this.unsettled = unsettled;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return unsettled
                .byTopic()
                .map(topics ->
                        topics.isEmpty()
                                ? builder.up().build()
                                : builder.down().withDetail("topics", topics).build());
    }
}
