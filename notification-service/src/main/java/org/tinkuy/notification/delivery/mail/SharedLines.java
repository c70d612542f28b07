package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The connections of all lanes of an instance, where the mail server takes no more of them. A lane
/// that is let in no longer goes on over another's, so that no code waits for the end of a
/// campaign: over one that rests, or over one that serves what is less urgent, after the message
/// that it has begun.
final class SharedLines {

    /// For so long the message that a connection has begun is waited for. Whoever waited in vain
    /// comes again soon.
    private static final Duration A_MESSAGE = Duration.ofSeconds(5);

    private final List<LaneConnections> lanes = new CopyOnWriteArrayList<>();

    void join(LaneConnections lane) {
        lanes.add(lane);
    }

    /// @return `null`: nobody has one
    @Nullable Line lendTo(LaneConnections needy) throws InterruptedException {
        for (var lane : lanes.reversed()) {
            var rested = lane == needy ? null : lane.giveOneAtRest();
            if (rested != null) {
                return rested;
            }
        }
        var lessUrgent =
                lanes.stream()
                        .filter(lane -> lane.isLessUrgentThan(needy) && lane.serving() > 0)
                        .max(Comparator.comparingInt(LaneConnections::serving));
        return lessUrgent.isEmpty() ? null : oneOf(lessUrgent.get());
    }

    private static @Nullable Line oneOf(LaneConnections lane) throws InterruptedException {
        var wish = new CompletableFuture<Line>();
        lane.giveOne(wish);
        try {
            return wish.get(A_MESSAGE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return wish.cancel(false) ? null : wish.join();
        } catch (CancellationException _) {
            return null;
        } catch (InterruptedException e) {
            if (!wish.cancel(false)) {
                wish.join().close();
            }
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
