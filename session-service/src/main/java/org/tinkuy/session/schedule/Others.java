package org.tinkuy.session.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// What takes place besides a session, and could be in its way.
public final class Others {

    private final Programme programme;
    private final List<Session> sessions;
    private final List<Engagement> elsewhere;
    private @Nullable PlenaryOverlaps plenaries;
    private @Nullable SpeakerOverlaps speakers;

    private Others(Programme programme, List<Session> sessions, List<Engagement> elsewhere) {
        this.programme = programme;
        this.sessions = sessions;
        this.elsewhere = elsewhere;
    }

    /// @param sessions of the programme, for questions about many
    public static Others of(Programme programme, List<Session> sessions) {
        return new Others(programme, sessions, List.of());
    }

    /// @param sessions of the programme, for a question about one with these people
    static Others near(
            People people,
            Programme programme,
            List<Session> sessions,
            List<Engagement> elsewhere) {
        return new Others(
                programme,
                sessions.stream().filter(session -> isInTheWay(session, people)).toList(),
                elsewhere);
    }

    /// @param elsewhere what the programme's speakers do in other programmes
    Others and(List<Engagement> elsewhere) {
        return new Others(programme, sessions, elsewhere);
    }

    private static boolean isInTheWay(Session session, People people) {
        return session.kind() == SessionKind.PLENARY
                || people.all()
                        .anyMatch(one ->
                                session.people().speakers().contains(one)
                                        || session.people().moderators().contains(one));
    }

    /// Arranged when somebody asks.
    PlenaryOverlaps plenaries() {
        var arranged = plenaries;
        if (arranged == null) {
            arranged = new PlenaryOverlaps(sessions, programme);
            plenaries = arranged;
        }
        return arranged;
    }

    SpeakerOverlaps speakers() {
        var arranged = speakers;
        if (arranged == null) {
            arranged = new SpeakerOverlaps(sessions, programme, elsewhere);
            speakers = arranged;
        }
        return arranged;
    }
}
