package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// Plenaries are for everybody in the programme, and nobody can watch two at once: which others
/// take place while one does, whatever the time zones of their events.
final class PlenaryOverlaps {

    /// More than a person looks at.
    private static final int MOST = 10;

    /// @param ends `null`: of a session without an end, no more is known than when it begins
    private record Taken(SessionId id, Instant starts, @Nullable Instant ends) {

        static @Nullable Taken by(Session session, Programme programme) {
            var zone = session.timeZoneIn(programme);
            var starts = session.times().startsAt(zone);
            return starts == null
                    ? null
                    : new Taken(session.id(), starts, session.times().endsAt(zone));
        }

        boolean overlaps(Taken other) {
            return starts.equals(other.starts) || holds(other.starts) || other.holds(starts);
        }

        private boolean holds(Instant instant) {
            return ends != null && !instant.isBefore(starts) && instant.isBefore(ends);
        }

        Instant last() {
            return ends == null ? starts : ends;
        }
    }

    private final Programme programme;
    private final List<Taken> byStart;

    /// Of each with all before it, when the last of them ends.
    private final List<Instant> ended;

    /// @param sessions of the programme, of any kind
    PlenaryOverlaps(List<Session> sessions, Programme programme) {
        this.programme = programme;
        this.byStart =
                sessions.stream()
                        .filter(session -> session.kind() == SessionKind.PLENARY)
                        .filter(session -> session.cancellation() == null)
                        .flatMap(session -> Stream.ofNullable(Taken.by(session, programme)))
                        .sorted(Comparator.comparing(Taken::starts))
                        .toList();
        this.ended = new ArrayList<>(byStart.size());
        var last = Instant.MIN;
        for (var taken : byStart) {
            last = taken.last().isAfter(last) ? taken.last() : last;
            ended.add(last);
        }
    }

    /// @param session perhaps one of them
    /// @return some of the others, the latest first
    List<SessionId> of(Session session) {
        var wanted = Taken.by(session, programme);
        var overlapping = new ArrayList<SessionId>();
        if (wanted == null) {
            return overlapping;
        }
        for (var index = firstAfter(wanted.last()) - 1; index >= 0; index--) {
            var other = byStart.get(index);
            if (ended.get(index).isBefore(wanted.starts()) || overlapping.size() == MOST) {
                break;
            }
            if (!other.id().equals(session.id()) && wanted.overlaps(other)) {
                overlapping.add(other.id());
            }
        }
        return overlapping;
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
