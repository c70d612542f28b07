package org.tinkuy.notification.newsletter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.problems.NotFound;
import reactor.core.publisher.Mono;

/// Begins a double opt-in. The answer is the same for every address, known or not.
@Component
public class AskToSubscribe {

    /// A mail that could not be delivered for a day is asked for again.
    private static final Duration MAIL_IS_USEFUL_FOR = Duration.ofDays(1);

    private final Newsletters newsletters;
    private final ConsentTexts texts;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final NewsForWorkers workers;
    private final TransactionalOperator transaction;

    AskToSubscribe(
            Newsletters newsletters,
            ConsentTexts texts,
            Subscriptions subscriptions,
            Deliveries deliveries,
            NewsForWorkers workers,
            TransactionalOperator transaction) {
        this.newsletters = newsletters;
        this.texts = texts;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
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
                .switchIfEmpty(Mono.error(NotFound::new))
                .delayUntil(_ ->
                        Mono.fromCallable(() ->
                                        SubscriptionRequest.read(programme, typed, texts, now))
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
                                .ask(request, UnsubscribeToken.random())
                                .flatMap(asked ->
                                        deliveries.enqueue(
                                                List.of(question(request, asked, trace)))))
                .as(transaction::transactional)
                .doOnNext(_ -> workers.ring(Lane.CODES))
                .then();
    }

    private static NewDelivery question(
            SubscriptionRequest request, SubscriptionId asked, @Nullable String trace) {
        var kind = DeliveryKind.SUBSCRIPTION_CONFIRMATION;
        return new NewDelivery(
                kind.label() + "/" + request.id(),
                kind,
                Channel.MAIL,
                new RecipientId(asked.value()),
                List.of(request.id()),
                request.programme(),
                request.askedAt(),
                request.askedAt(),
                request.askedAt().plus(MAIL_IS_USEFUL_FOR),
                false,
                trace);
    }
}
