package org.tinkuy.site.programme;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Whether one comes to a place or joins from anywhere.
final class Mode {

    private static final String ONLINE = "online";
    private static final String IN_PERSON = "in-person";

    private Mode() {}

    /// As the programme states it, but nothing is online any more that was given a place.
    static @Nullable String of(Programme programme, Collection<Session> sessions) {
        var meetings = sessions.stream().filter(session -> !session.isCancelled()).toList();
        var placed = meetings.stream().filter(session -> session.place() != null).count();
        if (!ONLINE.equals(programme.mode()) || placed == 0) {
            return programme.mode();
        }
        return placed == meetings.size() ? IN_PERSON : "hybrid";
    }

    /// Of one session of a programme.
    static @Nullable String of(Programme programme, Session session) {
        return ONLINE.equals(programme.mode()) && session.place() != null
                ? IN_PERSON
                : programme.mode();
    }
}
