package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tinkuy.smtp.SmtpUnreachable;

/// The connections of a lane. While there is work each has a thread of its own that takes from the
/// lane's queue, as many as [RelayWidth] finds useful; after that they rest, and end by and by.
final class LaneConnections {

    private static final Duration SHORT_PAUSE = Duration.ofMillis(500);
    private static final Duration MEASURED_OVER = Duration.ofMillis(150);

    /// What was learnt of the server and not measured again for so long may be true no more.
    private static final Duration LEARNT_FOR = Duration.ofMinutes(1);

    /// Fewer messages of each connection say little of a server that thinks about every one.
    private static final int MEASURED_WITH = 3;

    private final LaneWork work;
    private final MailServer server;
    private final Semaphore room;
    private final SharedLines shared;
    private final BooleanSupplier running;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Deque<Line> resting = new ConcurrentLinkedDeque<>();

    /// Those that stay: they serve, rest, or are being opened.
    private final AtomicInteger lines = new AtomicInteger();

    private final AtomicInteger serving = new AtomicInteger();

    /// One found the server gone, so that the others that serve may be as dead.
    private volatile boolean inDoubt;

    /// Of lanes that are let in no longer; each by the next line that has handed over what it had.
    private final Queue<CompletableFuture<Line>> wishes = new ConcurrentLinkedQueue<>();

    private final Map<Line, CompletableFuture<Line>> promised = new ConcurrentHashMap<>();

    private long measuredFrom = System.nanoTime();
    private long learntAt = System.nanoTime();

    /// @param room for connections beyond the first, shared with other lanes
    LaneConnections(
            LaneWork work,
            MailServer server,
            Semaphore room,
            SharedLines shared,
            BooleanSupplier running) {
        this.work = work;
        this.server = server;
        this.room = room;
        this.shared = shared;
        this.running = running;
        shared.join(this);
    }

    /// Before anything is written down as begun: a server that is down leaves nothing unknown.
    void atLeastOne() throws SmtpUnreachable, InterruptedException {
        if (serving.get() > 0 && !inDoubt) {
            return;
        }
        var rested = resting.pollFirst();
        var line = rested == null ? new Line(server, false) : rested;
        lines.addAndGet(rested == null ? 1 : 0);
        inDoubt = false;
        try {
            line.makeSureItAnswers();
        } catch (SmtpUnreachable e) {
            end(line);
            endThoseAtRest();
            inDoubt = true;
            line = lent(e);
            inDoubt = false;
        }
        start(line);
    }

    /// @param refused why there is none of our own
    private Line lent(SmtpUnreachable refused) throws SmtpUnreachable, InterruptedException {
        var line = shared.lendTo(this);
        if (line == null) {
            throw refused;
        }
        lines.incrementAndGet();
        try {
            line.makeSureItAnswers();
        } catch (SmtpUnreachable e) {
            end(line);
            throw e;
        }
        server.answers();
        return line;
    }

    boolean isLessUrgentThan(LaneConnections other) {
        return work.lane().compareTo(other.work.lane()) > 0;
    }

    int serving() {
        return serving.get();
    }

    @Nullable Line giveOneAtRest() {
        var line = resting.pollFirst();
        if (line == null) {
            return null;
        }
        lines.decrementAndGet();
        return passOn(line);
    }

    /// @param wish completed by the line that ends its shift next; whoever no longer waits cancels
    void giveOne(CompletableFuture<Line> wish) {
        wishes.add(wish);
    }

    private Line passOn(Line line) {
        var passed = line.passOn();
        if (line.isFurtherOne()) {
            room.release();
        }
        return passed;
    }

    /// As many as pay, while there is something for them to take.
    void follow() {
        measure();
        while (serving.get() < work.width().width() && !work.queue().isEmpty()) {
            var line = another();
            if (line == null) {
                return;
            }
            start(line);
        }
    }

    private @Nullable Line another() {
        var rested = resting.pollFirst();
        if (rested == null && lines.get() < work.width().width() && room.tryAcquire()) {
            lines.incrementAndGet();
            return new Line(server, true);
        }
        return rested;
    }

    private void measure() {
        var now = System.nanoTime();
        if (now - learntAt > LEARNT_FOR.toNanos()) {
            work.width().forget();
            learntAt = now;
        }
        var width = work.width().width();
        if (work.queue().ranEmpty() || serving.get() < width) {
            measureFrom(now);
            return;
        }
        var mails = work.answered().sum();
        var time = now - measuredFrom;
        if (time >= MEASURED_OVER.toNanos() && mails >= (long) MEASURED_WITH * width) {
            work.width().handedOver(mails * 1e9 / time);
            learntAt = now;
            measureFrom(now);
        }
    }

    private void measureFrom(long now) {
        work.answered().reset();
        measuredFrom = now;
    }

    private void start(Line line) {
        serving.incrementAndGet();
        var shift = new Shift(work, line, () -> isOneTooMany(line), running);
        var thread =
                Thread.ofVirtual()
                        .name("mail-" + work.lane().label())
                        .unstarted(() -> {
                            try {
                                ended(line, shift.run());
                                shift.giveBackWhatIsInHand();
                            } finally {
                                threads.remove(Thread.currentThread());
                            }
                        });
        threads.add(thread);
        thread.start();
    }

    /// They leave one by one, so that no more go than are too many here or needed elsewhere.
    private boolean isOneTooMany(Line line) {
        var wish = wishes.poll();
        if (wish != null && !wish.isDone()) {
            promised.put(line, wish);
            lines.decrementAndGet();
            return true;
        }
        var now = lines.get();
        return now > work.width().width() && lines.compareAndSet(now, now - 1);
    }

    private void ended(Line line, Shift.End end) {
        var others = serving.decrementAndGet();
        switch (end) {
            case RESTS -> {
                resting.addFirst(line);
                grantAWish();
            }
            case BROKEN -> {
                inDoubt = true;
                end(line);
                if (others == 0) {
                    refuseWishes();
                }
            }
            case LEAVES -> leave(line);
            case NOT_LET_IN -> {
                end(line);
                if (others > 0) {
                    work.width().tookNoMoreThan(others);
                }
            }
        }
    }

    private void leave(Line line) {
        var wish = promised.remove(line);
        if (wish == null || !line.isOpen()) {
            close(line);
            return;
        }
        var passed = passOn(line);
        if (!wish.complete(passed)) {
            passed.close();
        }
    }

    /// Of those who wished while nothing was left to do.
    private void grantAWish() {
        var wish = wishes.poll();
        var passed = wish == null || wish.isDone() ? null : giveOneAtRest();
        if (wish != null && passed != null && !wish.complete(passed)) {
            passed.close();
        }
    }

    private void refuseWishes() {
        for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.cancel(false);
        }
    }

    private void end(Line line) {
        lines.decrementAndGet();
        close(line);
    }

    private void close(Line line) {
        line.close();
        if (line.isFurtherOne()) {
            room.release();
        }
    }

    void endThoseLongAtRest() {
        var oldest = resting.peekLast();
        while (oldest != null && oldest.wasNotUsedLately() && resting.remove(oldest)) {
            end(oldest);
            oldest = resting.peekLast();
        }
    }

    private void endThoseAtRest() {
        for (var line = resting.pollFirst(); line != null; line = resting.pollFirst()) {
            end(line);
        }
    }

    void awaitEnd(Duration longest) throws InterruptedException {
        var until = System.nanoTime() + longest.toNanos();
        for (var thread : threads) {
            if (!thread.join(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
                // Closes the socket of a conversation that does not end.
                thread.interrupt();
                thread.join(SHORT_PAUSE);
            }
        }
        endThoseAtRest();
    }
}
