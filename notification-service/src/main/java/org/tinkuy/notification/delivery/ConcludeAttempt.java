package org.tinkuy.notification.delivery;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Writes down what became of a delivery that a worker holds, and tells others.
@Component
public class ConcludeAttempt {

    private final DeliveryQueue queue;
    private final DeliveryFacts facts;
    private final TransactionalOperator transaction;

    ConcludeAttempt(DeliveryQueue queue, DeliveryFacts facts, TransactionalOperator transaction) {
        this.queue = queue;
        this.facts = facts;
        this.transaction = transaction;
    }

    /// @return `false`: the worker was taken for dead meanwhile, and its word does not count
    public Mono<Boolean> conclude(long epoch, Delivery delivery, Verdict verdict) {
        return queue.end(epoch, delivery, verdict)
                .flatMap(mine ->
                        mine
                                ? facts.publish(List.of(new DeliveryFacts.Ended(delivery, verdict)))
                                        .thenReturn(true)
                                : Mono.just(false))
                .as(transaction::transactional);
    }
}
