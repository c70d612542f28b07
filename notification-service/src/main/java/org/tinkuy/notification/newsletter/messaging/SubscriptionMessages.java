package org.tinkuy.notification.newsletter.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.newsletter.Consent;
import org.tinkuy.notification.newsletter.SubscriptionFacts;
import org.tinkuy.notification.newsletter.Subscriptions;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import reactor.core.publisher.Mono;

/// `unsubscribed`, beside what became of each mail.
@Component
class SubscriptionMessages implements SubscriptionFacts {

    private static final String TOPIC = "deliveries";

    private final Outbox outbox;

    SubscriptionMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> unsubscribed(
            Subscriptions.Subscription subscription, Consent.How how, Instant at) {
        return outbox.append(List.of(message(subscription, how, at)));
    }

    static OutboxMessage message(
            Subscriptions.Subscription subscription, Consent.How how, Instant at) {
        return new OutboxMessage(
                TOPIC,
                subscription.id().value().toString(),
                "unsubscribed",
                subscription.version(),
                at,
                new Body(
                        subscription.id().value(),
                        subscription.programme().value(),
                        how.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        at));
    }

    /// @param recipientId the subscription, as in what is said of its mails
    record Body(UUID recipientId, UUID programmeId, String how, Instant at) {}
}
