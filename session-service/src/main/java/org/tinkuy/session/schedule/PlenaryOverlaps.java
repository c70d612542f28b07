package org.tinkuy.session.schedule;

import java.util.List;
import org.tinkuy.session.programme.Programme;

/// Plenaries are for everybody in the programme, and nobody can watch two at once: which others
/// take place while one does, whatever the time zones of their events.
final class PlenaryOverlaps {

    private PlenaryOverlaps() {}

    /// @param others sessions of the programme, of any kind and perhaps the session itself
    static List<SessionId> of(Session session, List<Session> others, Programme programme) {
        return others.stream()
                .filter(other -> isAnotherPlenary(other, session))
                .filter(other -> overlap(session, other, programme))
                .map(Session::id)
                .toList();
    }

    private static boolean isAnotherPlenary(Session other, Session session) {
        return !other.id().equals(session.id())
                && other.kind() == SessionKind.PLENARY
                && other.cancellation() == null;
    }

    private static boolean overlap(Session session, Session other, Programme programme) {
        var zone = session.timeZoneIn(programme);
        var otherZone = other.timeZoneIn(programme);
        var starts = session.times().startsAt(zone);
        var otherStarts = other.times().startsAt(otherZone);
        if (starts == null || otherStarts == null) {
            return false;
        }
        var ends = session.times().endsAt(zone);
        var otherEnds = other.times().endsAt(otherZone);
        // Of a session without an end, no more is known than when it begins.
        return starts.equals(otherStarts)
                || (otherEnds != null
                        && !starts.isBefore(otherStarts)
                        && starts.isBefore(otherEnds))
                || (ends != null && !otherStarts.isBefore(starts) && otherStarts.isBefore(ends));
    }
}
