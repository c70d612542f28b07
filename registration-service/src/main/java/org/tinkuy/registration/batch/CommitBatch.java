package org.tinkuy.registration.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionException;
import org.tinkuy.database.DatabaseFailure;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Commits a batch, and halves it where it fails, until only the command that cannot be decided is
/// left alone with its failure.
final class CommitBatch<K, C, R> {

    /// What a transaction came to.
    ///
    /// @param busy keys that somebody outside holds
    /// @param replies to the commands that name none of them, in their order
    record Committed<K, R>(Set<K> busy, List<R> replies) {}

    /// @param busy keys that somebody outside holds
    /// @param commands those that name one of them and wait on
    record SetAside<K, C, R>(Set<K> busy, List<Submission<K, C, R>> commands) {

        static <K, C, R> SetAside<K, C, R> nothing() {
            return new SetAside<>(Set.of(), List.of());
        }

        SetAside<K, C, R> and(SetAside<K, C, R> other) {
            var keys = new HashSet<>(busy);
            keys.addAll(other.busy);
            var both = new ArrayList<>(commands);
            both.addAll(other.commands);
            return new SetAside<>(keys, both);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(CommitBatch.class);

    /// Above the time that a statement may take.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// After a deadlock, or a lock that took too long: another transaction was in the way.
    private static final int TRIES_AGAIN = 2;

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Function<List<Submission<K, C, R>>, Mono<Committed<K, R>>> transaction;
    private final Supplier<? extends RuntimeException> overloaded;
    private final DistributionSummary sizes;
    private final Timer times;
    private final Counter halved;
    private final Counter setAside;

    CommitBatch(
            Function<List<Submission<K, C, R>>, Mono<Committed<K, R>>> transaction,
            Supplier<? extends RuntimeException> overloaded,
            MeterRegistry meters,
            String name) {
        this.transaction = transaction;
        this.overloaded = overloaded;
        this.sizes = meters.summary(name + ".batch.size");
        this.times = meters.timer(name + ".batch");
        this.halved = meters.counter(name + ".batch.halved");
        this.setAside = meters.counter(name + ".batch.set-aside");
    }

    SetAside<K, C, R> commit(List<Submission<K, C, R>> batch) {
        return commit(batch, true);
    }

    private SetAside<K, C, R> commit(List<Submission<K, C, R>> batch, boolean again) {
        try {
            var start = System.nanoTime();
            var committed =
                    Objects.requireNonNull(
                            transaction.apply(batch).retryWhen(contention()).block(PATIENCE));
            times.record(Duration.ofNanos(System.nanoTime() - start));
            return reply(batch, committed);
        } catch (RuntimeException | Error failure) {
            var kind = DatabaseFailure.of(failure);
            if (kind == DatabaseFailure.CONTENTION
                    || kind == DatabaseFailure.UNAVAILABLE
                    || failure instanceof TransactionException
                    || failure.getCause() instanceof TimeoutException) {
                return fail(batch, failure);
            }
            // Alone, it may have met another instance's request with the same idempotency key; what
            // that one stored is there to be found now.
            return again && batch.size() == 1 && kind == DatabaseFailure.DATA
                    ? commit(batch, false)
                    : halve(batch, failure);
        }
    }

    private static Retry contention() {
        return Retry.backoff(TRIES_AGAIN, PAUSE)
                .jitter(1)
                .filter(failure -> DatabaseFailure.of(failure) == DatabaseFailure.CONTENTION)
                .onRetryExhaustedThrow((_, signal) -> signal.failure());
    }

    private SetAside<K, C, R> reply(List<Submission<K, C, R>> batch, Committed<K, R> committed) {
        var replies = committed.replies().iterator();
        var waiting = new ArrayList<Submission<K, C, R>>();
        for (var submission : batch) {
            if (Collections.disjoint(submission.keys(), committed.busy())) {
                submission.reply().complete(replies.next());
            } else {
                waiting.add(submission);
            }
        }
        if (!committed.replies().isEmpty()) {
            sizes.record(committed.replies().size());
        }
        setAside.increment(waiting.size());
        return new SetAside<>(committed.busy(), waiting);
    }

    private SetAside<K, C, R> halve(List<Submission<K, C, R>> batch, Throwable failure) {
        if (batch.size() == 1) {
            var alone = batch.getFirst();
            log.error("A {} cannot be decided", name(alone), failure);
            alone.reply().completeExceptionally(failure);
            return SetAside.nothing();
        }
        log.warn("A batch of {} fails and is halved", batch.size(), failure);
        halved.increment();
        var middle = batch.size() / 2;
        var first = commit(batch.subList(0, middle), true);
        return first.and(commit(batch.subList(middle, batch.size()), true));
    }

    private static String name(Submission<?, ?, ?> submission) {
        return Objects.requireNonNull(submission.command()).getClass().getSimpleName();
    }

    /// Nothing is wrong with the commands: the client may repeat them.
    private SetAside<K, C, R> fail(List<Submission<K, C, R>> batch, Throwable failure) {
        log.warn("A batch of {} cannot be committed now", batch.size(), failure);
        batch.forEach(submission -> submission.reply().completeExceptionally(overloaded.get()));
        return SetAside.nothing();
    }
}
