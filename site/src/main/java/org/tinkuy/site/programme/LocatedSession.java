package org.tinkuy.site.programme;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.programme.Programme.Event;

/// A session with what it belongs to.
///
/// @param event `null`: it lies directly under the programme
/// @param ordinal which of several untitled sessions of its kind it is, from 1; 0 where it needs no
///   number
public record LocatedSession(
        Session session, Programme programme, @Nullable Event event, int ordinal) {

    public static final Comparator<LocatedSession> BY_BEGINNING =
            comparing(LocatedSession::session, Session.BY_BEGINNING);

    /// Not while its event has not arrived: they come by two topics.
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
