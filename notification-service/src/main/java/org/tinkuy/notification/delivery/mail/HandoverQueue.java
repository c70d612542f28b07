package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a lane's supply has written down as begun, on its way to the next free connection, and what
/// comes back from there because no byte of it left.
///
/// It is kept short: whatever is in it counts as unknown when the process is killed.
final class HandoverQueue {

    /// @param staleAt by [System#nanoTime]: what was found out about it may not be true after that
    record Begun(MailPreparation.Ready ready, BegunTogether together, long staleAt) {

        long epoch() {
            return together.epoch();
        }

        boolean isStale() {
            return System.nanoTime() - staleAt > 0;
        }
    }

    record Returned(Begun begun, String reason) {}

    private final LinkedBlockingQueue<Begun> begun = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Returned> returned = new LinkedBlockingQueue<>();
    private final Semaphore fewLeft = new Semaphore(0);
    private volatile int few;
    private volatile boolean ranEmpty;

    void add(Collection<Begun> more) {
        few = more.size() / 2;
        begun.addAll(more);
    }

    boolean isEmpty() {
        return begun.isEmpty();
    }

    /// @return `null`: there is none at this moment
    @Nullable Begun poll() {
        return taken(begun.poll());
    }

    /// @return `null`: there was none for so long
    @Nullable Begun await(Duration longest) throws InterruptedException {
        var next = poll();
        return next == null ? taken(begun.poll(longest.toMillis(), TimeUnit.MILLISECONDS)) : next;
    }

    private @Nullable Begun taken(@Nullable Begun next) {
        if (next == null) {
            ranEmpty = true;
        }
        if (begun.size() <= few && fewLeft.availablePermits() == 0) {
            fewLeft.release();
        }
        return next;
    }

    /// Until only half is left of what was added last.
    ///
    /// @return `false`: more was left all the time
    boolean awaitFew(Duration longest) throws InterruptedException {
        fewLeft.drainPermits();
        return begun.size() <= few || fewLeft.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Whether a connection found nothing in it since this was asked before.
    boolean ranEmpty() {
        var did = ranEmpty;
        ranEmpty = false;
        return did;
    }

    void giveBack(Begun one, String reason) {
        returned.add(new Returned(one, reason));
        fewLeft.release();
    }

    List<Returned> returned() {
        var all = new ArrayList<Returned>();
        returned.drainTo(all);
        return all;
    }

    List<Begun> drain() {
        var all = new ArrayList<Begun>();
        begun.drainTo(all);
        return all;
    }
}
