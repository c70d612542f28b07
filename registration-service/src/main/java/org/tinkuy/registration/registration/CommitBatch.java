package org.tinkuy.registration.registration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Mono;

/// Commits a batch, and halves it where it fails, until only the command that cannot be decided is
/// left alone with its failure.
final class CommitBatch {

    private static final Logger log = LoggerFactory.getLogger(CommitBatch.class);

    /// Above the time that a statement may take.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Function<List<Command>, Mono<List<Reply>>> transaction;
    private final DistributionSummary sizes;
    private final Timer times;
    private final Counter halved;

    CommitBatch(Function<List<Command>, Mono<List<Reply>>> transaction, MeterRegistry meters) {
        this.transaction = transaction;
        this.sizes = meters.summary("tinkuy.registration.batch.size");
        this.times = meters.timer("tinkuy.registration.batch");
        this.halved = meters.counter("tinkuy.registration.batch.halved");
    }

    void commit(List<Submission> batch) {
        commit(batch, true);
    }

    private void commit(List<Submission> batch, boolean again) {
        try {
            var start = System.nanoTime();
            var replies =
                    Objects.requireNonNull(
                            transaction
                                    .apply(batch.stream().map(Submission::command).toList())
                                    .block(PATIENCE));
            times.record(Duration.ofNanos(System.nanoTime() - start));
            sizes.record(batch.size());
            for (var index = 0; index < batch.size(); index++) {
                batch.get(index).reply().complete(replies.get(index));
            }
        } catch (TransientDataAccessException failure) {
            // A deadlock or a lock that took too long: another transaction was in the way.
            if (again) {
                commit(batch, false);
            } else {
                fail(batch, failure);
            }
        } catch (DataAccessResourceFailureException | TransactionException failure) {
            fail(batch, failure);
        } catch (DataIntegrityViolationException failure) {
            // Alone, it may have met another instance's request with the same key; what that one
            // stored is there to be found now.
            if (again && batch.size() == 1) {
                commit(batch, false);
            } else {
                halve(batch, failure);
            }
        } catch (RuntimeException | Error failure) {
            if (isTimeout(failure)) {
                fail(batch, failure);
            } else {
                halve(batch, failure);
            }
        }
    }

    private static boolean isTimeout(Throwable failure) {
        return failure.getCause() instanceof TimeoutException;
    }

    private void halve(List<Submission> batch, Throwable failure) {
        if (batch.size() == 1) {
            var alone = batch.getFirst();
            log.error("A {} cannot be decided", name(alone), failure);
            alone.reply().completeExceptionally(failure);
            return;
        }
        log.warn("A batch of {} fails and is halved: {}", batch.size(), failure.toString());
        halved.increment();
        var middle = batch.size() / 2;
        commit(batch.subList(0, middle), true);
        commit(batch.subList(middle, batch.size()), true);
    }

    private static String name(Submission submission) {
        return submission.command().getClass().getSimpleName();
    }

    /// Nothing is wrong with the commands: the client may repeat them.
    private static void fail(List<Submission> batch, Throwable failure) {
        log.warn("A batch of {} cannot be committed now", batch.size(), failure);
        batch.forEach(submission ->
                submission.reply().completeExceptionally(new RegistrationOverloaded()));
    }
}
