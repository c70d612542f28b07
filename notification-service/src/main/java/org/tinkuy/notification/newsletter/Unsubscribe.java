package org.tinkuy.notification.newsletter;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.notification.delivery.TidyDeliveries;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.problems.NotFound;
import reactor.core.publisher.Mono;

/// Ends a subscription at once, with every copy that still waits to be sent. Doing it again changes
/// nothing.
@Component
public class Unsubscribe {

    private final Subscriptions subscriptions;
    private final SubscriptionFacts facts;
    private final TidyDeliveries deliveries;
    private final TransactionalOperator transaction;

    Unsubscribe(
            Subscriptions subscriptions,
            SubscriptionFacts facts,
            TidyDeliveries deliveries,
            TransactionalOperator transaction) {
        this.subscriptions = subscriptions;
        this.facts = facts;
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    /// @return whose newsletter it was
    public Mono<ProgrammeId> unsubscribe(String token, Consent.How how, Instant now) {
        return Mono.justOrEmpty(UnsubscribeToken.read(token))
                .flatMap(subscriptions::find)
                .switchIfEmpty(Mono.error(NotFound::new))
                .delayUntil(found -> end(found, how, now))
                .map(Subscriptions.Subscription::programme);
    }

    /// As [#unsubscribe], for somebody who asked the organisers.
    ///
    /// @return whether the address was on the list, confirmed or not
    public Mono<Boolean> remove(ProgrammeId programme, EmailAddress address, Instant now) {
        return subscriptions
                .find(programme, address)
                .flatMap(found -> end(found, Consent.How.ORGANISER, now))
                .hasElement();
    }

    private Mono<Subscriptions.Subscription> end(
            Subscriptions.Subscription found, Consent.How how, Instant now) {
        return subscriptions
                .end(found.id(), now)
                .delayUntil(ended ->
                        subscriptions.log(
                                new Consent(
                                        ended.id(),
                                        Consent.What.UNSUBSCRIBED,
                                        how,
                                        null,
                                        ended.language(),
                                        now)))
                .delayUntil(ended -> facts.unsubscribed(ended, how, now))
                .delayUntil(ended ->
                        deliveries.stop(
                                new RecipientId(ended.id().value()),
                                "the recipient unsubscribed",
                                now))
                .as(transaction::transactional);
    }
}
