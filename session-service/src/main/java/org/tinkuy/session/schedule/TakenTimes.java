package org.tinkuy.session.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Times that are taken, found by when they begin: a session is held against those near it alone,
/// however many there are.
final class TakenTimes {

    /// More than a person looks at.
    private static final int MOST = 10;

    private final List<Taken> byStart;

    /// Of each with all before it, when the last of them ends.
    private final List<Instant> ended;

    TakenTimes(List<Taken> taken) {
        this.byStart = taken.stream().sorted(Comparator.comparing(Taken::starts)).toList();
        this.ended = new ArrayList<>(byStart.size());
        var last = Instant.MIN;
        for (var one : byStart) {
            last = one.last().isAfter(last) ? one.last() : last;
            ended.add(last);
        }
    }

    /// @param wanted perhaps one of them
    /// @param within how far from it others may be that are asked about
    /// @return some of the others, the latest first
    List<SessionId> near(Taken wanted, Duration within, Predicate<Taken> inTheWay) {
        var found = new ArrayList<SessionId>();
        var from = wanted.starts().minus(within);
        for (var index = firstAfter(wanted.last().plus(within)) - 1; index >= 0; index--) {
            if (ended.get(index).isBefore(from) || found.size() == MOST) {
                break;
            }
            var other = byStart.get(index);
            if (!other.id().equals(wanted.id()) && inTheWay.test(other)) {
                found.add(other.id());
            }
        }
        return found;
    }

    /// How many begin then or earlier.
    private int firstAfter(Instant instant) {
        var low = 0;
        var high = byStart.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (byStart.get(middle).starts().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
