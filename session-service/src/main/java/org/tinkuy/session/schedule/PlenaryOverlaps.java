package org.tinkuy.session.schedule;

import java.time.Duration;
import java.util.List;
import org.tinkuy.session.programme.Programme;

/// Plenaries are for everybody in the programme, and nobody can watch two at once: which others
/// take place while one does, whatever the time zones of their events.
final class PlenaryOverlaps {

    private final Programme programme;
    private final TakenTimes plenaries;

    /// @param sessions of the programme, of any kind
    PlenaryOverlaps(List<Session> sessions, Programme programme) {
        this.programme = programme;
        this.plenaries =
                new TakenTimes(
                        sessions.stream()
                                .filter(session -> session.kind() == SessionKind.PLENARY)
                                .flatMap(session -> Taken.by(session, programme).stream())
                                .toList());
    }

    /// @param session perhaps one of them
    /// @return some of the others, the latest first
    List<SessionId> of(Session session) {
        return Taken.by(session, programme)
                .map(wanted -> plenaries.near(wanted, Duration.ZERO, wanted::overlaps))
                .orElse(List.of());
    }
}
