package org.tinkuy.notification.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The database as a process sees it that lives on while the database comes and goes: a statement
/// or a commit fails before it did anything, or has done everything and nobody hears of it.
public final class UnsureDatabase {

    private static final int ONE_OF = 6;

    private final SplittableRandom random;
    private final DeliveryQueue queue;
    private int failuresLeft;

    /// @param failures so many in all; after them it is a sure one
    public UnsureDatabase(DeliveryQueue real, int failures, SplittableRandom random) {
        this.random = random;
        this.failuresLeft = failures;
        this.queue = (DeliveryQueue) unsure(DeliveryQueue.class, real);
    }

    public DeliveryQueue queue() {
        return queue;
    }

    public synchronized boolean isSure() {
        return failuresLeft == 0;
    }

    public ConcludeAttempts attempts(
            DeliveryFacts facts,
            Suppressions suppressions,
            NotedRefusals refusals,
            KnownRecipients recipients,
            LaterFacts laterFacts,
            TransactionalOperator transaction,
            Clock clock) {
        return new ConcludeAttempts(
                queue,
                facts,
                suppressions,
                refusals,
                recipients,
                laterFacts,
                List.of(),
                new Commits(transaction),
                clock);
    }

    public TidyDeliveries tidy(DeliveryFacts facts, TransactionalOperator transaction) {
        return new TidyDeliveries(queue, facts, List.of(), new Commits(transaction));
    }

    private enum Fate {
        WELL,
        NOT_DONE,
        DONE_UNHEARD
    }

    private synchronized Fate fate() {
        if (failuresLeft == 0 || random.nextInt(ONE_OF) != 0) {
            return Fate.WELL;
        }
        failuresLeft--;
        return random.nextBoolean() ? Fate.NOT_DONE : Fate.DONE_UNHEARD;
    }

    private <T> Mono<T> perhaps(Mono<T> statement) {
        return Mono.defer(() -> {
            var failure = Mono.<T>error(new DataAccessResourceFailureException("gone"));
            return switch (fate()) {
                case WELL -> statement;
                case NOT_DONE -> failure;
                case DONE_UNHEARD -> statement.then(failure);
            };
        });
    }

    private Object unsure(Class<?> type, Object real) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> {
                    try {
                        return perhaps((Mono<?>) method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private final class Commits implements TransactionalOperator {

        private final TransactionalOperator real;

        Commits(TransactionalOperator real) {
            this.real = real;
        }

        @Override
        public <T> Mono<T> transactional(Mono<T> work) {
            return perhaps(real.transactional(work));
        }

        @Override
        public <T> Flux<T> execute(TransactionCallback<T> action) {
            return real.execute(action);
        }
    }
}
