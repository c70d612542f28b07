package org.tinkuy.site.programme;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.programme.Programme.Event;

/// All that was published at one moment, for a page to be rendered from: it never changes, whatever
/// arrives meanwhile, and finds by key.
public final class Schedule {

    static final Schedule EMPTY = new Schedule(Map.of());

    private final Map<UUID, ProgrammeSchedule> programmes;
    private final Map<String, ProgrammeSchedule> bySlug = new HashMap<>();
    private final Map<UUID, LocatedSession> sessions = new HashMap<>();

    private Schedule(Map<UUID, ProgrammeSchedule> programmes) {
        this.programmes = programmes;
        for (var its : programmes.values()) {
            bySlug.put(its.programme().slug(), its);
            its.sessions().forEach(at -> sessions.put(at.session().id(), at));
        }
    }

    /// Of one programme, as somebody tells it who looks at its drafts.
    public static Schedule of(Programme programme, Collection<Session> sessions) {
        return EMPTY.with(
                Map.of(programme.id(), Optional.of(ProgrammeSchedule.of(programme, sessions))));
    }

    /// The same but for some programmes; the others are shared, not arranged again.
    ///
    /// @param changed empty: the programme is withdrawn
    Schedule with(Map<UUID, Optional<ProgrammeSchedule>> changed) {
        var all = new HashMap<>(programmes);
        changed.forEach(
                (id, its) -> its.ifPresentOrElse(now -> all.put(id, now), () -> all.remove(id)));
        return new Schedule(all);
    }

    public Optional<Programme> programme(String slug) {
        return Optional.ofNullable(bySlug.get(slug)).map(ProgrammeSchedule::programme);
    }

    public Optional<Programme> programme(UUID id) {
        return its(id).map(ProgrammeSchedule::programme);
    }

    /// Empty while its programme or its event has not arrived.
    public Optional<LocatedSession> located(UUID session) {
        return Optional.ofNullable(sessions.get(session));
    }

    /// In the order in which they begin.
    public List<LocatedSession> locatedIn(Programme programme) {
        return its(programme.id()).map(ProgrammeSchedule::sessions).orElse(List.of());
    }

    /// @param event `null`: those directly under the programme
    public List<LocatedSession> locatedIn(Programme programme, @Nullable Event event) {
        return its(programme.id()).map(its -> its.sessions(event)).orElse(List.of());
    }

    /// Those with the next session ahead come first, then those without a date, then what is over.
    public List<Programme> programmes(Instant now) {
        record Ranked(Instant rank, Programme programme) {}
        return programmes.values().stream()
                .map(its -> new Ranked(its.rank(now), its.programme()))
                .sorted(comparing(Ranked::rank).thenComparing(one -> one.programme().slug()))
                .map(Ranked::programme)
                .toList();
    }

    /// Those that the front page names, in the same order.
    public List<Programme> listed(Instant now) {
        return programmes(now).stream()
                .filter(programme -> its(programme.id()).orElseThrow().isListed(now))
                .toList();
    }

    public Summary summary(Programme programme, Instant now) {
        return its(programme.id()).orElseThrow().summary(now);
    }

    public Summary summary(Programme programme, Event event, Instant now) {
        return its(programme.id()).orElseThrow().summary(event, now);
    }

    /// What begins next, with a date, whose programme is published too.
    public List<LocatedSession> upcoming(Instant now, int most) {
        var next = new ArrayList<LocatedSession>();
        programmes.values().forEach(its -> next.addAll(its.upcoming(now, most)));
        return next.stream().sorted(LocatedSession.BY_BEGINNING).limit(most).toList();
    }

    Optional<ProgrammeSchedule> its(UUID programme) {
        return Optional.ofNullable(programmes.get(programme));
    }
}
