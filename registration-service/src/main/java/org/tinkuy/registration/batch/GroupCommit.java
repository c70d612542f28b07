package org.tinkuy.registration.batch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.registration.batch.CommitBatch.Committed;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Decides commands that arrive together in one transaction (decision records 0008 and 0020).
///
/// Whatever has piled up while the last batches were committed is the next batch: alone, a command
/// waits for nobody; in a rush, hundreds share one commit, and a batch waits a little for those who
/// come together. Batches in flight at the same time have no key in common; a key that another
/// process holds keeps only the commands that name it. A client that goes away changes nothing,
/// because nobody waits for it.
public final class GroupCommit<K, C, R> implements SmartLifecycle {

    /// So often an idle lane looks whether it is to end.
    private static final Duration IDLE = Duration.ofMillis(250);

    /// For so long a lane may go on when the process is to stop.
    private static final Duration LAST_BATCHES = Duration.ofSeconds(20);

    private final BatchWork<K, C, ?, R> work;
    private final GroupCommitSettings settings;
    private final Supplier<? extends RuntimeException> overloaded;
    private final CommitBatch<K, C, R> commitBatch;
    private final WaitingLine<K, C, R> waiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> lanes = new ArrayList<>();
    private long arrivals;
    private volatile boolean running;

    /// @param overloaded the failure of commands that cannot be decided now and may be repeated
    public GroupCommit(
            BatchWork<K, C, ?, R> work,
            TransactionalOperator transaction,
            GroupCommitSettings settings,
            Supplier<? extends RuntimeException> overloaded,
            MeterRegistry meters) {
        this.work = work;
        this.settings = settings;
        this.overloaded = overloaded;
        this.waiting = new WaitingLine<>(settings.queue(), System.nanoTime());
        this.commitBatch =
                new CommitBatch<>(
                        batch -> together(work, batch).as(transaction::transactional),
                        overloaded,
                        meters,
                        settings.meters());
        meters.gauge(settings.meters() + ".queue", this, GroupCommit::waiting);
    }

    /// Fails with the failure for overload when too many wait already, when the database does not
    /// answer, or when somebody holds a key for longer than the patience.
    public Mono<R> submit(C command) {
        return Mono.defer(
                        () -> {
                            var reply = new CompletableFuture<R>();
                            return offer(command, reply)
                                    ? Mono.fromFuture(reply, true)
                                    : Mono.error(overloaded.get());
                        })
                // A lane has better things to do than to write answers.
                .publishOn(Schedulers.parallel());
    }

    private boolean offer(C command, CompletableFuture<R> reply) {
        var keys = Set.copyOf(work.keys(command));
        var idempotencyKey = work.idempotencyKey(command);
        lock.lock();
        try {
            var now = System.nanoTime();
            var submission =
                    new Submission<>(command, keys, idempotencyKey, arrivals++, now, reply);
            var accepted = running && waiting.offer(submission);
            if (accepted && waiting.isFree(keys, now)) {
                changed.signal();
            }
            return accepted;
        } finally {
            lock.unlock();
        }
    }

    /// Commands that name what somebody outside holds are left out.
    private static <K, C, D, R> Mono<Committed<K, R>> together(
            BatchWork<K, C, D, R> work, List<Submission<K, C, R>> batch) {
        var keys =
                batch.stream()
                        .flatMap(submission -> submission.keys().stream())
                        .collect(Collectors.toUnmodifiableSet());
        return work.lock(keys)
                .flatMap(busy -> {
                    var commands =
                            batch.stream()
                                    .filter(it -> Collections.disjoint(it.keys(), busy))
                                    .map(Submission::command)
                                    .toList();
                    return commands.isEmpty()
                            ? Mono.just(new Committed<K, R>(busy, List.of()))
                            : work.decide(commands)
                                    .flatMap(decision -> work.write(commands, decision))
                                    .map(replies -> new Committed<>(busy, replies));
                })
                .onErrorMap(Exceptions::isMultiple, GroupCommit::cause);
    }

    /// Of statements that were sent together, the first that fails says why; the others say only
    /// that the transaction had failed.
    private static Throwable cause(Throwable failures) {
        return Exceptions.unwrapMultiple(failures).getFirst();
    }

    private void decideBatches() {
        try {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                finish(batch, commitBatch.commit(batch));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Empty when there will be no more.
    private List<Submission<K, C, R>> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running || waiting.size() > 0) {
                var now = System.nanoTime();
                var batch = waiting.take(settings.batch(), now);
                if (!batch.isEmpty()) {
                    return batch;
                }
                var pause = Math.min(IDLE.toNanos(), waiting.untilNextTry(now, IDLE.toNanos()));
                var _ = changed.awaitNanos(pause);
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private void finish(List<Submission<K, C, R>> batch, CommitBatch.SetAside<K, C, R> setAside) {
        lock.lock();
        try {
            var impatient =
                    waiting.finish(
                            batch,
                            setAside.busy(),
                            setAside.commands(),
                            settings.patience(),
                            System.nanoTime());
            impatient.forEach(it -> it.reply().completeExceptionally(overloaded.get()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        for (var number = 0; number < settings.inFlight(); number++) {
            lanes.add(Thread.ofVirtual().name("group-commit-" + number).start(this::decideBatches));
        }
    }

    /// Whatever was accepted is still decided.
    @Override
    public void stop() {
        running = false;
        try {
            for (var lane : lanes) {
                var _ = lane.join(LAST_BATCHES);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lanes.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Stops after the web server and the listeners, which wait for what they submitted.
    @Override
    public int getPhase() {
        return 0;
    }
}
