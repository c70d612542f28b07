package org.tinkuy.notification.newsletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Mono;

/// Begins a double opt-in. The answer is the same for every address, known or not.
@Component
public class AskToSubscribe {

    private final Newsletters newsletters;
    private final Subscriptions subscriptions;
    private final NewsForWorkers workers;
    private final TransactionalOperator transaction;

    AskToSubscribe(
            Newsletters newsletters,
            Subscriptions subscriptions,
            NewsForWorkers workers,
            TransactionalOperator transaction) {
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
        this.workers = workers;
        this.transaction = transaction;
    }

    public Mono<Newsletter> ask(
            ProgrammeId programme,
            SubscriptionRequest.Typed typed,
            @Nullable String trace,
            Instant now) {
        return newsletters
                .of(programme)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .delayUntil(_ ->
                        Mono.fromCallable(() -> SubscriptionRequest.read(programme, typed, now))
                                .flatMap(request -> record(request, trace)));
    }

    private Mono<Void> record(SubscriptionRequest request, @Nullable String trace) {
        var since = request.askedAt().minus(ConfirmationAllowance.WINDOW);
        return subscriptions
                .mailedSince(request.address(), since)
                .map(ConfirmationAllowance::new)
                .filter(ConfirmationAllowance::allowsAnother)
                .flatMap(_ ->
                        subscriptions
                                .ask(request, UnsubscribeToken.random(), trace)
                                .thenReturn(true))
                .as(transaction::transactional)
                .doOnNext(_ -> workers.ring(Lane.CODES))
                .then();
    }
}
