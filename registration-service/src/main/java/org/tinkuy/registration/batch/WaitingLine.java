package org.tinkuy.registration.batch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The commands that wait, and which of them may go on: nobody is decided about twice at once, so a
/// key is in one batch at a time. Not for several threads.
///
/// Whoever waits for a batch of this process keeps the place: later commands do not take its other
/// keys away. Whoever waits for a key that somebody outside holds keeps nothing from others.
///
/// Alone, a command waits for nobody. After a batch of several the next one begins [#COMPANY] later
/// at the earliest, because a batch of three costs nearly what one of thirty costs.
final class WaitingLine<K, C, R> {

    /// A key that somebody outside of this process holds.
    ///
    /// @param next when it is tried again, by [System#nanoTime]
    private record Held(long next, long pause) {}

    static final Duration COMPANY = Duration.ofMillis(20);

    private static final long SHORTEST_PAUSE = Duration.ofMillis(2).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(32).toNanos();

    private final int places;
    private final Map<Set<K>, ArrayDeque<Submission<K, C, R>>> lines = new HashMap<>();
    private final Set<K> inFlight = new HashSet<>();
    private final Map<K, Held> held = new HashMap<>();
    private int size;
    private long nextBegins;

    /// @param now by [System#nanoTime], as everywhere here
    WaitingLine(int places, long now) {
        this.places = places;
        this.nextBegins = now;
    }

    /// A tenth of the places is kept from commands that wait for somebody outside.
    boolean offer(Submission<K, C, R> submission) {
        var free = places - size;
        var kept = Collections.disjoint(held.keySet(), submission.keys()) ? 0 : places / 10;
        if (free <= kept) {
            return false;
        }
        line(submission).addLast(submission);
        size++;
        return true;
    }

    /// Whether a command with these keys may be decided at once.
    boolean isFree(Set<K> keys, long now) {
        return Collections.disjoint(inFlight, keys) && !isHeld(keys, now);
    }

    /// In nanoseconds. A held key that could be tried already waits for a batch in flight.
    long untilNextTry(long now, long otherwise) {
        if (nextBegins - now > 0) {
            return nextBegins - now;
        }
        return held.values().stream()
                .mapToLong(it -> it.next() - now)
                .filter(pause -> pause > 0)
                .min()
                .orElse(otherwise);
    }

    int size() {
        return size;
    }

    /// The next batch, in the order of arrival; its keys are in flight until [#finish].
    List<Submission<K, C, R>> take(int most, long now) {
        if (nextBegins - now > 0) {
            return List.of();
        }
        var batch = new ArrayList<Submission<K, C, R>>();
        var taken = new HashSet<K>();
        var reserved = new HashSet<>(inFlight);
        var idempotencyKeys = new HashSet<String>();
        var heads =
                new PriorityQueue<ArrayDeque<Submission<K, C, R>>>(
                        Comparator.comparingLong(line -> line.element().number()));
        heads.addAll(lines.values());
        while (batch.size() < most && !heads.isEmpty()) {
            var line = heads.remove();
            var next = line.element();
            if (isHeld(next.keys(), now)) {
                continue;
            }
            if (!Collections.disjoint(reserved, next.keys()) || isRepeated(next, idempotencyKeys)) {
                reserved.addAll(next.keys());
                continue;
            }
            batch.add(line.remove());
            taken.addAll(next.keys());
            if (!line.isEmpty()) {
                heads.add(line);
            }
        }
        lines.values().removeIf(ArrayDeque::isEmpty);
        inFlight.addAll(taken);
        size -= batch.size();
        nextBegins = batch.size() > 1 ? now + COMPANY.toNanos() : now;
        return batch;
    }

    private boolean isHeld(Set<K> keys, long now) {
        return keys.stream().map(held::get).anyMatch(it -> it != null && it.next() - now > 0);
    }

    private boolean isRepeated(Submission<K, C, R> next, Set<String> idempotencyKeys) {
        return next.idempotencyKey() != null && !idempotencyKeys.add(next.idempotencyKey());
    }

    /// Commands that could not be decided, because they name a busy key, get their places back.
    ///
    /// @param busy those of the batch's keys that somebody outside holds; they are tried again soon
    /// @return commands that have waited for longer than the patience, and wait no more
    List<Submission<K, C, R>> finish(
            List<Submission<K, C, R>> batch,
            Set<K> busy,
            List<Submission<K, C, R>> setAside,
            Duration patience,
            long now) {
        for (var submission : batch) {
            inFlight.removeAll(submission.keys());
            for (var key : submission.keys()) {
                if (!busy.contains(key)) {
                    held.remove(key);
                }
            }
        }
        busy.forEach(key -> held.compute(key, (_, before) -> longer(before, now)));
        setAside.reversed().forEach(submission -> line(submission).addFirst(submission));
        size += setAside.size();
        return leave(busy, now - patience.toNanos());
    }

    private static Held longer(@Nullable Held before, long now) {
        var pause = before == null ? SHORTEST_PAUSE : Math.min(2 * before.pause(), LONGEST_PAUSE);
        return new Held(now + ThreadLocalRandom.current().nextLong(pause / 2, pause + 1), pause);
    }

    private List<Submission<K, C, R>> leave(Set<K> busy, long arrivedBefore) {
        var impatient = new ArrayList<Submission<K, C, R>>();
        for (var line : lines.entrySet()) {
            var waits = line.getValue();
            while (!Collections.disjoint(line.getKey(), busy)
                    && !waits.isEmpty()
                    && waits.element().arrived() - arrivedBefore < 0) {
                impatient.add(waits.remove());
            }
        }
        lines.values().removeIf(ArrayDeque::isEmpty);
        held.keySet().removeIf(key -> lines.keySet().stream().noneMatch(it -> it.contains(key)));
        size -= impatient.size();
        return impatient;
    }

    private ArrayDeque<Submission<K, C, R>> line(Submission<K, C, R> submission) {
        return lines.computeIfAbsent(submission.keys(), _ -> new ArrayDeque<>());
    }
}
