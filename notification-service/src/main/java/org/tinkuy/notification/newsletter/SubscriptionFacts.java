package org.tinkuy.notification.newsletter;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// Tells others what became of subscriptions, in the caller's transaction.
public interface SubscriptionFacts {

    Mono<Void> unsubscribed(Subscriptions.Subscription subscription, Consent.How how, Instant at);
}
