package org.tinkuy.site.programme;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Collects what is published and hands it out as an immutable [Schedule]. Nothing is arranged
/// while messages come in: the next reader has what changed since the last one arranged, programme
/// by programme. So thousands of sessions that are read at start cost one arrangement, and one that
/// is moved later costs that of its programme.
public final class PublishedSchedule {

    private final LatestStates<Programme> programmes = new LatestStates<>();
    private final LatestStates<Session> sessions = new LatestStates<>();
    private final Map<UUID, Map<UUID, Session>> byProgramme = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final Map<UUID, Instant> told = new HashMap<>();
    private final BiFunction<Programme, Collection<Session>, ProgrammeSchedule> arrange;

    private volatile Schedule arranged = Schedule.EMPTY;
    private volatile boolean outdated;
    private volatile boolean heardAll;

    public PublishedSchedule() {
        this(ProgrammeSchedule::of);
    }

    PublishedSchedule(BiFunction<Programme, Collection<Session>, ProgrammeSchedule> arrange) {
        this.arrange = arrange;
    }

    /// Said again and again by whoever reads the topics: nothing was left to read.
    public void heardAll() {
        heardAll = true;
    }

    /// Whether all was read that had been published when the site started. Before, what is not
    /// there may only not have come yet.
    public boolean hasHeardAll() {
        return heardAll;
    }

    /// What a page takes once, for all of its rendering.
    public Schedule current() {
        return outdated ? rearranged() : arranged;
    }

    private synchronized Schedule rearranged() {
        if (outdated) {
            arranged =
                    arranged.with(changed.stream().collect(toMap(Function.identity(), this::its)));
            changed.clear();
            told.clear();
            outdated = false;
        }
        return arranged;
    }

    private Optional<ProgrammeSchedule> its(UUID id) {
        return programmes
                .get(id)
                .map(programme ->
                        arrange.apply(programme, byProgramme.getOrDefault(id, Map.of()).values()))
                .map(now ->
                        arranged.its(id)
                                .map(before -> now.after(before, told.get(id)))
                                .orElse(now));
    }

    /// @return whether the state was new enough
    public synchronized boolean publish(Programme programme, long sequence) {
        var isNew = programmes.put(programme.id(), programme, sequence);
        if (isNew) {
            outdate(programme.id(), programme.changedAt());
        }
        return isNew;
    }

    /// @return whether the state was new enough
    public synchronized boolean publish(Session session, long sequence) {
        var before = sessions.get(session.id());
        var state = before.filter(known -> isRepeated(session, known)).orElse(session);
        var isNew = sessions.put(session.id(), state, sequence);
        if (isNew) {
            before.ifPresent(former -> takeOut(former, state.changedAt()));
            putIn(state);
        }
        return isNew;
    }

    /// A topic that is written again says later what has been true since before.
    private static boolean isRepeated(Session session, Session known) {
        return known.equals(session.since(known.changedAt()));
    }

    public synchronized boolean withdrawProgramme(UUID id, @Nullable Long sequence) {
        var isNew = programmes.remove(id, sequence);
        if (isNew) {
            outdate(id, null);
        }
        return isNew;
    }

    /// @param now `null`: not told
    public synchronized boolean withdrawSession(
            UUID id, @Nullable Long sequence, @Nullable Instant now) {
        var before = sessions.get(id);
        var isNew = sessions.remove(id, sequence);
        if (isNew) {
            before.ifPresent(gone -> takeOut(gone, now));
        }
        return isNew;
    }

    private void putIn(Session session) {
        byProgramme
                .computeIfAbsent(session.programmeId(), _ -> new HashMap<>())
                .put(session.id(), session);
        outdate(session.programmeId(), session.changedAt());
    }

    private void takeOut(Session session, @Nullable Instant now) {
        byProgramme.getOrDefault(session.programmeId(), new HashMap<>()).remove(session.id());
        outdate(session.programmeId(), now);
    }

    private void outdate(UUID programme, @Nullable Instant now) {
        changed.add(programme);
        told.compute(programme, (_, before) -> LocatedSession.latest(before, now));
        outdated = true;
    }
}
