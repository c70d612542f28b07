package org.tinkuy.notification.delivery.mail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Shows what the workers met last. It is no part of readiness: while the mail server is down,
/// deliveries wait, and everything else works.
@Component("mailServerHealthIndicator")
class MailServerHealth implements HealthIndicator {

    private final MailServer server;

    MailServerHealth(MailServer server) {
        this.server = server;
    }

    @Override
    public Health health() {
        var condition = server.condition();
        if (condition == null) {
            return Health.unknown().build();
        }
        var reason = condition.reason();
        return (reason == null ? Health.up() : Health.down().withDetail("reason", reason))
                .withDetail("since", condition.since())
                .build();
    }
}
