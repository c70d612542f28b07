package org.tinkuy.session.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.speaker.SpeakerId;

/// Sessions of a programme that are added one after the other, each of which is held against those
/// before it: against what is near it and shares somebody with it, or is a plenary as it is.
public final class SessionsSoFar {

    private static final class ByDay {

        private final TreeMap<LocalDate, List<Session>> sessions = new TreeMap<>();

        void add(LocalDate date, Session session) {
            sessions.computeIfAbsent(date, _ -> new ArrayList<>()).add(session);
        }

        void near(Nearby dates, Consumer<Session> found) {
            sessions.subMap(dates.from(), true, dates.to(), true).values().stream()
                    .flatMap(Collection::stream)
                    .forEach(found);
        }
    }

    private final Programme programme;
    private final List<Engagement> elsewhere;
    private final ByDay plenaries = new ByDay();
    private final Map<SpeakerId, ByDay> byPerson = new HashMap<>();

    public SessionsSoFar(Programme programme) {
        this(programme, List.of());
    }

    /// @param elsewhere what the programme's speakers do in other programmes
    SessionsSoFar(Programme programme, List<Engagement> elsewhere) {
        this.programme = programme;
        this.elsewhere = List.copyOf(elsewhere);
    }

    public void add(Session session) {
        var date = session.times().date();
        if (date == null) {
            return;
        }
        if (session.kind() == SessionKind.PLENARY) {
            plenaries.add(date, session);
        }
        session.people()
                .all()
                .forEach(one -> byPerson.computeIfAbsent(one, _ -> new ByDay()).add(date, session));
    }

    public Others inTheWayOf(Session session) {
        return Others.of(programme, near(session)).and(elsewhere);
    }

    /// Perhaps with itself.
    List<Session> near(Session session) {
        var found = new LinkedHashSet<Session>();
        Nearby.of(session, programme)
                .ifPresent(dates -> {
                    if (session.kind() == SessionKind.PLENARY) {
                        plenaries.near(dates, found::add);
                    }
                    session.people()
                            .all()
                            .map(byPerson::get)
                            .filter(Objects::nonNull)
                            .forEach(its -> its.near(dates, found::add));
                });
        return List.copyOf(found);
    }
}
