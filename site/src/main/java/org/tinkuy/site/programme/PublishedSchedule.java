package org.tinkuy.site.programme;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that is published, as of the newest message read. One thread writes; any number read.
public final class PublishedSchedule {

    /// Sessions without a date come last.
    public static final Comparator<Session> BY_BEGINNING =
            comparing(Session::beginsFrom, nullsLast(naturalOrder())).thenComparing(Session::id);

    private final LatestStates<Programme> programmes = new LatestStates<>();
    private final LatestStates<Session> sessions = new LatestStates<>();

    /// @return whether the state was new enough
    public boolean publish(Programme programme, long sequence) {
        return programmes.put(programme.id(), programme, sequence);
    }

    /// @return whether the state was new enough
    public boolean publish(Session session, long sequence) {
        return sessions.put(session.id(), session, sequence);
    }

    public boolean withdrawProgramme(UUID id, @Nullable Long sequence) {
        return programmes.remove(id, sequence);
    }

    public boolean withdrawSession(UUID id, @Nullable Long sequence) {
        return sessions.remove(id, sequence);
    }

    public Optional<Programme> programme(String slug) {
        return programmes.all().filter(programme -> programme.slug().equals(slug)).findFirst();
    }

    public Optional<Programme> programme(UUID id) {
        return programmes.get(id);
    }

    public Optional<Session> session(UUID id) {
        return sessions.get(id);
    }

    public List<Session> sessionsOf(UUID programme) {
        return sessions.all()
                .filter(session -> session.programmeId().equals(programme))
                .sorted(BY_BEGINNING)
                .toList();
    }

    /// Those with the next session ahead come first, then those without a date, then what is over.
    public List<Programme> programmes(Instant now) {
        return programmes
                .all()
                .sorted(
                        comparing((Programme programme) -> rank(programme, now))
                                .thenComparing(Programme::slug))
                .toList();
    }

    /// What begins next, with a date, whose programme is published too.
    public List<LocatedSession> upcoming(Instant now, int most) {
        return sessions.all()
                .filter(session ->
                        session.date() != null && !session.isOver(now) && !session.isCancelled())
                .sorted(BY_BEGINNING)
                .map(session -> located(session.id()))
                .flatMap(Optional::stream)
                .limit(most)
                .toList();
    }

    public Optional<LocatedSession> located(UUID id) {
        return session(id)
                .flatMap(session -> programme(session.programmeId()))
                .flatMap(programme ->
                        locatedIn(programme).stream()
                                .filter(located -> located.session().id().equals(id))
                                .findFirst());
    }

    /// A session whose event has not arrived yet (they come by two topics) is shown once it has.
    public List<LocatedSession> locatedIn(Programme programme) {
        var siblings = sessionsOf(programme.id());
        return siblings.stream()
                .map(session -> LocatedSession.of(session, programme, siblings))
                .filter(LocatedSession::isPlaced)
                .toList();
    }

    private Instant rank(Programme programme, Instant now) {
        var dated =
                sessionsOf(programme.id()).stream()
                        .filter(session -> session.date() != null && !session.isCancelled())
                        .toList();
        var next = dated.stream().filter(session -> !session.isOver(now)).findFirst();
        if (next.isPresent()) {
            var begins = next.get().beginsFrom();
            return begins == null ? Instant.MAX : begins;
        }
        var starts = programme.starts();
        if (starts != null) {
            var start = starts.atStartOfDay(programme.timeZone()).toInstant();
            return start.isAfter(now) ? start : Instant.MAX;
        }
        return dated.isEmpty() ? Instant.MAX.minusSeconds(1) : Instant.MAX;
    }
}
