package org.tinkuy.site.programme;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What has a beginning and an end, in the order of the beginnings, read from any time on without
/// going through what is over: a programme that has run for a year costs no more than a new one.
final class Agenda<T> {

    private final List<T> entries;
    private final Function<T, Instant> ends;

    /// For each entry the latest end of all up to it, so that it never falls: where it is not after
    /// a time, everything before is over.
    private final List<Instant> latestEnds;

    Agenda(List<T> entries, Function<T, Instant> begins, Function<T, Instant> ends) {
        this.entries = entries.stream().sorted(comparing(begins)).toList();
        this.ends = ends;
        this.latestEnds = new ArrayList<>(entries.size());
        var latest = Instant.MIN;
        for (var entry : this.entries) {
            var end = ends.apply(entry);
            latest = end.isAfter(latest) ? end : latest;
            latestEnds.add(latest);
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// What is not over at that time, the first to begin first.
    Stream<T> from(Instant now) {
        return entries.subList(firstNotOver(now), entries.size()).stream()
                .filter(entry -> ends.apply(entry).isAfter(now));
    }

    Optional<T> next(Instant now) {
        return from(now).findFirst();
    }

    private int firstNotOver(Instant now) {
        var found = Collections.binarySearch(latestEnds, now);
        if (found < 0) {
            return -found - 1;
        }
        // several may end together
        var after = found;
        while (after < latestEnds.size() && !latestEnds.get(after).isAfter(now)) {
            after++;
        }
        return after;
    }
}
