package org.tinkuy.registration.seats;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Wish;

/// What no seat is asked for.
public final class Rejections {

    private Rejections() {}

    /// Whether the sessions take registrations at all; nothing is done for a request that is
    /// refused for one of its sessions.
    public static Optional<Rejection> of(
            Register register, Map<SessionId, Session> sessions, Instant now) {
        var asked = register.wishes().stream().map(Wish::session).toList();
        var unknown = which(asked, id -> !isPublished(sessions.get(id)));
        if (!unknown.isEmpty()) {
            return Optional.of(new Rejection.UnknownSessions(unknown));
        }
        var known = asked.stream().map(id -> Objects.requireNonNull(sessions.get(id))).toList();
        var cancelled = ids(known, session -> session.presence() == Presence.CANCELLED);
        if (!cancelled.isEmpty()) {
            return Optional.of(new Rejection.SessionsCancelled(cancelled));
        }
        var over = ids(known, session -> session.isOver(now));
        if (!over.isEmpty()) {
            return Optional.of(new Rejection.SessionsEnded(over));
        }
        var closed = ids(known, session -> session.admission() == Admission.INVITATION);
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection.ByInvitation(closed));
    }

    private static boolean isPublished(@Nullable Session session) {
        return session != null && session.presence() != Presence.WITHDRAWN;
    }

    private static List<SessionId> which(List<SessionId> ids, Predicate<SessionId> wanted) {
        return ids.stream().filter(wanted).toList();
    }

    private static List<SessionId> ids(List<Session> sessions, Predicate<Session> wanted) {
        return sessions.stream().filter(wanted).map(Session::id).toList();
    }
}
