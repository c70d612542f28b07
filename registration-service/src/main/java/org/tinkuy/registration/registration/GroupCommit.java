package org.tinkuy.registration.registration;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Decides commands that arrive together in one transaction (decision record 0008).
///
/// Whatever has piled up while the last batches were committed is the next batch: alone, a command
/// waits for nobody; in a rush, hundreds share one commit. A client that goes away changes nothing,
/// because nobody waits for it.
@Component
public class GroupCommit implements SmartLifecycle {

    private final BlockingQueue<Submission> queue;
    private final List<GroupCommitLane> lanes = new ArrayList<>();
    private final CommitBatch commitBatch;
    private final RegistrationProperties properties;
    private volatile boolean running;

    GroupCommit(
            DecideTogether decideTogether,
            TransactionalOperator transaction,
            RegistrationProperties properties,
            MeterRegistry meters) {
        this.properties = properties;
        this.queue = new LinkedBlockingQueue<>(properties.queue());
        this.commitBatch =
                new CommitBatch(
                        commands -> decideTogether.decide(commands).as(transaction::transactional),
                        meters);
        meters.gaugeCollectionSize("tinkuy.registration.queue", List.of(), queue);
    }

    /// Fails with [RegistrationOverloaded] when too many wait already, or when the database does
    /// not answer.
    Mono<Reply> submit(Command command) {
        return Mono.defer(
                        () -> {
                            var submission = Submission.of(command);
                            return running && queue.offer(submission)
                                    ? Mono.fromFuture(submission.reply(), true)
                                    : Mono.error(new RegistrationOverloaded());
                        })
                // A lane has better things to do than to write answers.
                .publishOn(Schedulers.parallel());
    }

    @Override
    public void start() {
        running = true;
        for (var number = 0; number < properties.inFlight(); number++) {
            var lane = new GroupCommitLane(queue, properties.batch(), commitBatch::commit);
            lanes.add(lane);
            lane.start("group-commit-" + number);
        }
    }

    /// Whatever was accepted is still decided.
    @Override
    public void stop() {
        running = false;
        lanes.forEach(GroupCommitLane::finish);
        lanes.clear();
        for (var late = queue.poll(); late != null; late = queue.poll()) {
            late.reply().completeExceptionally(new RegistrationOverloaded());
        }
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
