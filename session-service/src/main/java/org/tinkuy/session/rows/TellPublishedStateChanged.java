package org.tinkuy.session.rows;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.tinkuy.session.publication.PublishedStateChanged;
import reactor.core.publisher.Mono;

/// Tells this instance what the outbox tells all others.
@Component
public class TellPublishedStateChanged {

    private final ApplicationEventPublisher events;

    TellPublishedStateChanged(ApplicationEventPublisher events) {
        this.events = events;
    }

    /// When the caller's transaction has ended, and before whoever asked for it is answered. Also
    /// when nobody knows how it ended.
    public Mono<Void> afterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction ->
                        transaction.registerSynchronization(
                                new TransactionSynchronization() {
                                    @Override
                                    public Mono<Void> afterCompletion(int status) {
                                        return Mono.fromRunnable(() ->
                                                events.publishEvent(new PublishedStateChanged()));
                                    }
                                }))
                .then();
    }
}
