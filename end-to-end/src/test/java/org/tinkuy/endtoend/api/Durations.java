package org.tinkuy.endtoend.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How long answers take, against the other answers of the same run: a machine may be slow, a
/// request may not.
final class Durations {

    /// Of the median.
    private static final int SLOW = 200;

    /// What a machine with other work to do may take for anything.
    private static final Duration NEVER_SLOW = Duration.ofSeconds(5);

    private record Taken(String what, long nanos) {}

    private final List<Taken> all = new ArrayList<>();

    <T> T of(String what, Supplier<T> request) {
        var began = System.nanoTime();
        var answer = request.get();
        all.add(new Taken(what, System.nanoTime() - began));
        return answer;
    }

    List<String> slow() {
        var sorted = all.stream().mapToLong(Taken::nanos).sorted().toArray();
        var median = sorted[sorted.length / 2];
        var bound = Math.max(NEVER_SLOW.toNanos(), SLOW * median);
        return all.stream()
                .filter(taken -> taken.nanos() > bound)
                .map(taken -> taken.what() + " took " + Duration.ofNanos(taken.nanos()))
                .toList();
    }
}
