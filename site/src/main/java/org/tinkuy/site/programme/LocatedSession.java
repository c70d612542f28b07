package org.tinkuy.site.programme;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.programme.Programme.Event;

/// A session with what it belongs to.
///
/// @param event `null`: it lies directly under the programme
/// @param ordinal which of several untitled sessions of its kind it is, from 1; 0 where it needs no
///   number
public record LocatedSession(
        Session session, Programme programme, @Nullable Event event, int ordinal) {

    static LocatedSession of(Session session, Programme programme, List<Session> siblings) {
        var eventId = session.eventId();
        return new LocatedSession(
                session,
                programme,
                eventId == null ? null : programme.event(eventId).orElse(null),
                ordinal(session, siblings));
    }

    private static int ordinal(Session session, List<Session> siblings) {
        var alike =
                siblings.stream()
                        .filter(other -> other.title() == null && session.title() == null)
                        .filter(other -> other.kind().equals(session.kind()))
                        .filter(other -> Objects.equals(other.eventId(), session.eventId()))
                        .map(Session::id)
                        .toList();
        return alike.size() < 2 ? 0 : alike.indexOf(session.id()) + 1;
    }

    boolean isPlaced() {
        return (event == null) == (session.eventId() == null);
    }

    /// The page that shows it.
    public String path() {
        return event == null ? path(programme) : path(programme, event);
    }

    public static String path(Programme programme) {
        return "/programmes/" + programme.slug();
    }

    public static String path(Programme programme, Event event) {
        return path(programme) + "/" + event.slug();
    }
}
