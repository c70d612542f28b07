package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
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

    /// Fewer messages of each connection say little of a server that thinks about every one.
    private static final int MEASURED_WITH = 3;

    private final LaneWork work;
    private final MailServer server;
    private final Semaphore room;
    private final BooleanSupplier running;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Deque<Line> resting = new ConcurrentLinkedDeque<>();

    /// Those that stay: they serve, rest, or are being opened.
    private final AtomicInteger lines = new AtomicInteger();

    private final AtomicInteger serving = new AtomicInteger();

    /// One found the server gone, so that the others that serve may be as dead.
    private volatile boolean inDoubt;

    private long measuredFrom = System.nanoTime();

    /// @param room for connections beyond the first, shared with other lanes
    LaneConnections(LaneWork work, MailServer server, Semaphore room, BooleanSupplier running) {
        this.work = work;
        this.server = server;
        this.room = room;
        this.running = running;
    }

    /// Before anything is written down as begun: a server that is down leaves nothing unknown.
    void atLeastOne() throws SmtpUnreachable {
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
            throw e;
        }
        start(line);
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
        var width = work.width().width();
        if (work.queue().ranEmpty() || serving.get() < width) {
            measureFrom(now);
            return;
        }
        var mails = work.answered().sum();
        var time = now - measuredFrom;
        if (time >= MEASURED_OVER.toNanos() && mails >= (long) MEASURED_WITH * width) {
            work.width().handedOver(mails * 1e9 / time);
            measureFrom(now);
        }
    }

    private void measureFrom(long now) {
        work.answered().reset();
        measuredFrom = now;
    }

    private void start(Line line) {
        serving.incrementAndGet();
        var shift = new Shift(work, line, this::hasTooMany, running);
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

    /// They leave one by one, so that no more go than are too many.
    private boolean hasTooMany() {
        var now = lines.get();
        return now > work.width().width() && lines.compareAndSet(now, now - 1);
    }

    private void ended(Line line, Shift.End end) {
        var others = serving.decrementAndGet();
        switch (end) {
            case RESTS -> resting.addFirst(line);
            case BROKEN -> {
                inDoubt = true;
                end(line);
            }
            case LEAVES -> close(line);
            case NOT_LET_IN -> {
                end(line);
                if (others > 0) {
                    work.width().tookNoMoreThan(others);
                }
            }
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
