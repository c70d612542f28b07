package org.tinkuy.registration.registration;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One batch after the other, on a virtual thread of its own.
final class GroupCommitLane {

    /// So often an idle lane looks whether it is to end.
    private static final Duration IDLE = Duration.ofMillis(250);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<Submission> queue;
    private final int most;
    private final Consumer<List<Submission>> commit;

    /// Repetitions of a request that is in the batch before them; they find its stored answer.
    private final Queue<Submission> repetitions = new ArrayDeque<>();

    private @Nullable Thread thread;
    private volatile boolean ending;

    GroupCommitLane(BlockingQueue<Submission> queue, int most, Consumer<List<Submission>> commit) {
        this.queue = queue;
        this.most = most;
        this.commit = commit;
    }

    void start(String name) {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /// Waits until everything that was accepted is decided.
    void finish() {
        ending = true;
        if (thread != null) {
            try {
                var _ = thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            for (var batch = next(); !(ending && batch.isEmpty()); batch = next()) {
                if (!batch.isEmpty()) {
                    commit.accept(batch);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Submission> next() throws InterruptedException {
        var drained = new ArrayList<Submission>(repetitions);
        repetitions.clear();
        if (drained.isEmpty()) {
            var first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (first == null) {
                return List.of();
            }
            drained.add(first);
        }
        queue.drainTo(drained, Math.max(0, most - drained.size()));
        var keys = new HashSet<String>();
        var batch = new ArrayList<Submission>(drained.size());
        for (var submission : drained) {
            var key = submission.idempotencyKey();
            (key == null || keys.add(key) ? batch : repetitions).add(submission);
        }
        return batch;
    }
}
