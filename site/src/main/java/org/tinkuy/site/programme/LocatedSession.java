package org.tinkuy.site.programme;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Programme.Speaker;

/// A session with what it belongs to.
///
/// @param event `null`: it lies directly under the programme
/// @param ordinal which of several untitled sessions of its kind it is, from 1; 0 where it needs no
///   number
/// @param changedAt since when it reads so, with the names and the number beside it; `null`: not
///   told
public record LocatedSession(
        Session session,
        Programme programme,
        @Nullable Event event,
        int ordinal,
        @Nullable Instant changedAt) {

    public static final Comparator<LocatedSession> BY_BEGINNING =
            comparing(LocatedSession::session, Session.BY_BEGINNING);

    /// Not while its event has not arrived: they come by two topics.
    boolean isPlaced() {
        return (event == null) == (session.eventId() == null);
    }

    /// @param before as it was shown until now
    /// @param told when the latest of what came since was said; `null`: it did not say
    LocatedSession after(LocatedSession before, @Nullable Instant told) {
        var reason = isNamedAs(before) ? session.changedAt() : told;
        var changed =
                isNamedAs(before) && session.equals(before.session) ? before.changedAt : reason;
        return new LocatedSession(
                session, programme, event, ordinal, latest(before.changedAt, changed));
    }

    private boolean isNamedAs(LocatedSession other) {
        return ordinal == other.ordinal
                && programme.title().equals(other.programme.title())
                && Objects.equals(programme.translations(), other.programme.translations())
                && path().equals(other.path())
                && Objects.equals(
                        event == null ? null : event.title(),
                        other.event == null ? null : other.event.title());
    }

    static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /// Whether one comes to a place or joins from anywhere: `online`, `in-person` or `hybrid`;
    /// `null`: not stated.
    public @Nullable String mode() {
        return Mode.of(programme, session);
    }

    public List<Speaker> speakers() {
        return programme.speakers(session.speakers());
    }

    public List<Speaker> moderators() {
        return programme.speakers(session.moderators());
    }

    /// The page that shows it.
    public String path() {
        return event == null ? path(programme) : path(programme, event);
    }

    public static String path(Programme programme) {
        return "/programmes/" + programme.slug();
    }

    public static String path(Programme programme, Speaker speaker) {
        return path(programme) + "/speakers/" + speaker.slug();
    }

    public static String path(Programme programme, Event event) {
        return path(programme) + "/" + event.slug();
    }
}
