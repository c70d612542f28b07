package org.tinkuy.problems;

import java.time.Duration;
import org.tinkuy.database.DatabaseFailure;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// A write that a client asked for: it goes on when the client goes away, since R2DBC would roll
/// back beside a statement that is still running, and it is tried again where another transaction
/// was in the way.
///
/// Every handler that writes answers with one. Its transaction begins and ends within.
public final class Uncancelled {

    /// Two transactions that met once meet again if both come back at once; four that lost four
    /// times met a lock that is held, which waiting here does not help.
    static final int REPETITIONS = 3;

    static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private static final double RANDOM_SHARE = 0.5;

    private Uncancelled() {}

    public static <T> Mono<T> run(Mono<T> work) {
        return carriedThrough(work.retryWhen(whileInTheWay()));
    }

    static <T> Mono<T> carriedThrough(Mono<T> work) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true));
    }

    private static Retry whileInTheWay() {
        return Retry.backoff(REPETITIONS, SHORTEST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .jitter(RANDOM_SHARE)
                .filter(failure -> DatabaseFailure.of(failure) == DatabaseFailure.CONTENTION)
                .onRetryExhaustedThrow((_, last) -> last.failure());
    }
}
