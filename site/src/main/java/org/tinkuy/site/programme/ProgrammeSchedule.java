package org.tinkuy.site.programme;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.programme.Programme.Event;

/// One programme with its sessions in their order and places, arranged once when one of them
/// changed.
final class ProgrammeSchedule {

    /// Untitled sessions that differ in nothing else are told apart by a number.
    private record Alike(String kind, @Nullable UUID event) {
        static Alike of(Session session) {
            return new Alike(session.kind(), session.eventId());
        }
    }

    private static final Instant NEVER_DATED = Instant.MAX.minusSeconds(1);

    private final Programme programme;
    private final List<LocatedSession> all;
    private final List<LocatedSession> sessions;
    private final List<LocatedSession> withoutEvent;
    private final Map<UUID, List<LocatedSession>> byEvent;
    private final Agenda<LocatedSession> agenda;

    private ProgrammeSchedule(Programme programme, List<LocatedSession> all) {
        this.programme = programme;
        this.all = all;
        this.sessions = all.stream().filter(LocatedSession::isPlaced).toList();
        this.withoutEvent = sessions.stream().filter(at -> at.event() == null).toList();
        this.byEvent =
                sessions.stream()
                        .filter(at -> at.event() != null)
                        .collect(Collectors.groupingBy(at -> requireNonNull(at.event()).id()));
        this.agenda =
                new Agenda<>(
                        all.stream().filter(ProgrammeSchedule::isOnTheAgenda).toList(),
                        at -> requireNonNull(at.session().beginsFrom()),
                        at -> requireNonNull(at.session().overFrom()));
    }

    static ProgrammeSchedule of(Programme programme, Collection<Session> sessions) {
        var events =
                programme.events().stream()
                        .collect(
                                Collectors.toMap(
                                        Event::id, Function.identity(), (first, _) -> first));
        var ordered = sessions.stream().sorted(Session.BY_BEGINNING).toList();
        var alike =
                ordered.stream()
                        .filter(session -> session.title() == null)
                        .collect(Collectors.groupingBy(Alike::of));
        var numbered = new HashMap<Alike, Integer>();
        return new ProgrammeSchedule(
                programme,
                ordered.stream()
                        .map(session -> {
                            var others = alike.getOrDefault(Alike.of(session), List.of());
                            var isOneOfSeveral = session.title() == null && others.size() > 1;
                            return new LocatedSession(
                                    session,
                                    programme,
                                    session.eventId() == null
                                            ? null
                                            : events.get(session.eventId()),
                                    isOneOfSeveral
                                            ? numbered.merge(Alike.of(session), 1, Integer::sum)
                                            : 0,
                                    changedAt(
                                            programme, isOneOfSeveral ? others : List.of(session)));
                        })
                        .toList());
    }

    /// At the latest: before that, nobody can say any more what was shown.
    private static @Nullable Instant changedAt(Programme programme, List<Session> numbered) {
        return numbered.stream()
                .map(Session::changedAt)
                .reduce(programme.changedAt(), LocatedSession::latest);
    }

    /// What reads as before has read so since then.
    ///
    /// @param told when the latest of what came since was said; `null`: it did not say
    ProgrammeSchedule after(ProgrammeSchedule before, @Nullable Instant told) {
        var known =
                before.all.stream()
                        .collect(Collectors.toMap(at -> at.session().id(), Function.identity()));
        return new ProgrammeSchedule(
                programme,
                all.stream()
                        .map(at -> {
                            var shown = known.get(at.session().id());
                            return shown == null ? at : at.after(shown, told);
                        })
                        .toList());
    }

    private static boolean isOnTheAgenda(LocatedSession at) {
        return at.session().date() != null && !at.session().isCancelled();
    }

    Programme programme() {
        return programme;
    }

    /// All that have their place.
    List<LocatedSession> sessions() {
        return sessions;
    }

    /// @param event `null`: those directly under the programme
    List<LocatedSession> sessions(@Nullable Event event) {
        return event == null ? withoutEvent : byEvent.getOrDefault(event.id(), List.of());
    }

    Summary summary(Instant now) {
        var meetings = meetings(sessions);
        return new Summary(
                Mode.of(programme, meetings),
                programme.starts() == null && isRoughlyDated()
                        ? null
                        : Dates.of(programme.starts(), programme.ends(), meetings),
                isOver(now),
                isCancelled(meetings)
                        && programme.events().stream()
                                .allMatch(event -> summary(event, now).cancelled()));
    }

    private static boolean isCancelled(List<Session> meetings) {
        return !meetings.isEmpty() && meetings.stream().allMatch(Session::isCancelled);
    }

    /// By its month or its years, which pages tell instead.
    private boolean isRoughlyDated() {
        return programme.month() != null || programme.runs() != null;
    }

    Summary summary(Event event, Instant now) {
        var meetings = meetings(sessions(event));
        var dates = Dates.of(event.starts(), event.ends(), meetings);
        return new Summary(
                Mode.of(programme, meetings),
                dates,
                dates != null
                        && hasPassed(dates.ends(), now)
                        && meetings.stream().allMatch(session -> isPast(session, now)),
                isCancelled(meetings));
    }

    private static List<Session> meetings(List<LocatedSession> at) {
        return at.stream().map(LocatedSession::session).toList();
    }

    /// What was stated without an end, and what has anything to be announced, is not over.
    private boolean isOver(Instant now) {
        if (agenda.next(now).isPresent()) {
            return false;
        }
        var lastDay = programme.lastDay();
        return lastDay == null
                ? !agenda.isEmpty()
                        && programme.runs() == null
                        && sessions.stream().allMatch(at -> isPast(at.session(), now))
                        && programme.events().stream().allMatch(event -> summary(event, now).over())
                : hasPassed(lastDay, now);
    }

    private static boolean isPast(Session session, Instant now) {
        return session.isCancelled() || session.isOver(now);
    }

    private boolean hasPassed(LocalDate day, Instant now) {
        return !now.isBefore(day.plusDays(1).atStartOfDay(programme.timeZone()).toInstant());
    }

    List<LocatedSession> upcoming(Instant now, int most) {
        return agenda.from(now).filter(LocatedSession::isPlaced).limit(most).toList();
    }

    /// Whether lists name it: also out of the archive, where something of it lies ahead again.
    boolean isListed(Instant now) {
        return programme.archived() == null || agenda.next(now).isPresent();
    }

    /// Where the programme stands among others: by what comes next; what is over comes last, and
    /// before it what was never dated.
    Instant rank(Instant now) {
        Optional<Instant> next =
                agenda.next(now).map(at -> requireNonNull(at.session().beginsFrom()));
        if (next.isPresent()) {
            return next.get();
        }
        if (isOver(now)) {
            return Instant.MAX;
        }
        var starts = programme.firstDay();
        if (starts != null) {
            var start = starts.atStartOfDay(programme.timeZone()).toInstant();
            return start.isAfter(now) ? start : NEVER_DATED;
        }
        return agenda.isEmpty() ? NEVER_DATED : Instant.MAX;
    }
}
