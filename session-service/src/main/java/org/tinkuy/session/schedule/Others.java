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

    /// @param sessions of the programme
    public static Others of(Programme programme, List<Session> sessions) {
        return new Others(programme, sessions, List.of());
    }

    /// @param elsewhere what the programme's speakers do in other programmes
    Others and(List<Engagement> elsewhere) {
        return new Others(programme, sessions, elsewhere);
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
