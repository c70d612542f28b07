package org.tinkuy.notification;

import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// What others are told once the caller's transaction is there for them to see.
public final class AfterCommit {

    private AfterCommit() {}

    public static Mono<Void> run(Runnable news) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(after(news)))
                .then();
    }

    private static TransactionSynchronization after(Runnable news) {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(news);
            }
        };
    }
}
