package org.tinkuy.registration.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.seats.BatchNeeds.Attendance;
import org.tinkuy.registration.seats.BatchNeeds.Holder;
import org.tinkuy.registration.seats.Registration.Waitlisted;

/// A database in memory that loads no more for a batch than the real one does, and refuses what the
/// real one's constraints refuse.
final class SeatStore {

    final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    final Map<PoolId, Pool> pools = new LinkedHashMap<>();
    final Map<RegistrationId, Registration> registrations = new LinkedHashMap<>();
    final Map<PersonKey, AttendeeId> attendees = new HashMap<>();
    final Map<RegistrationId, Registration.Pending> repeated = new LinkedHashMap<>();
    final Set<Command.Register> unmailed = new HashSet<>();
    final List<RegistrationEvent> published = new ArrayList<>();

    Session session(SessionId id) {
        return Objects.requireNonNull(sessions.get(id));
    }

    Pool pool(PoolId id) {
        return Objects.requireNonNull(pools.get(id));
    }

    void publish(SessionFixtures published) {
        var session = published.session();
        sessions.put(session.id(), session);
        pools.compute(PoolId.firstOf(session.id()), (_, before) -> published.pool(before));
    }

    Decision decide(List<Command> commands, Instant now) {
        var decision = SeatAllocation.decide(load(commands, now), commands, now);
        save(decision);
        return decision;
    }

    private LoadedState load(List<Command> commands, Instant now) {
        var needs = BatchNeeds.of(commands, attendees, Set.of());
        var named =
                commands.stream()
                        .flatMap(command -> command.pools().stream())
                        .distinct()
                        .filter(pools::containsKey)
                        .collect(Collectors.toMap(Function.identity(), this::pool));
        var about = new ArrayList<>(registrations.values());
        about.removeIf(registration -> !isNeeded(registration, needs));
        var ahead = new HashMap<RegistrationId, Integer>();
        about.stream()
                .filter(Waitlisted.class::isInstance)
                .map(Waitlisted.class::cast)
                .forEach(waitlisted -> ahead.put(waitlisted.place().id(), ahead(waitlisted)));
        var queues = new ArrayList<Waitlisted>();
        needs.seatsThatMayBecomeFree()
                .forEach((pool, count) -> queue(pool).stream().limit(count).forEach(queues::add));
        needs.following()
                .forEach((pool, count) -> active(pool).stream().limit(count).forEach(about::add));
        return new LoadedState(
                named.values().stream()
                        .map(pool -> session(pool.session()))
                        .distinct()
                        .collect(Collectors.toMap(Session::id, Function.identity())),
                named,
                attendees,
                about,
                queues,
                holds(needs),
                ahead,
                repeated(needs, now),
                unmailed);
    }

    private List<Registration.Pending> repeated(BatchNeeds needs, Instant now) {
        return repeated.values().stream()
                .filter(one -> needs.askedByStrangers().contains(one.place().pool()))
                .filter(one -> one.heldUntil().isAfter(now) || isNeeded(one, needs))
                .toList();
    }

    private Map<Holder, Integer> holds(BatchNeeds needs) {
        var holds = new HashMap<Holder, Integer>();
        for (var registration : registrations.values()) {
            if (registration instanceof Registration.Pending pending && pending.network() != null) {
                var holder = new Holder(pending.place().pool(), pending.network());
                if (needs.holders().contains(holder)) {
                    holds.merge(holder, 1, Integer::sum);
                }
            }
        }
        return holds;
    }

    private static boolean isNeeded(Registration registration, BatchNeeds needs) {
        var place = registration.place();
        return needs.registrations().contains(place.id())
                || needs.attendances().contains(new Attendance(place.session(), place.attendee()));
    }

    private List<Registration> active(PoolId pool) {
        return session(pool(pool).session()).takesPlace()
                ? List.of()
                : registrations.values().stream()
                        .filter(it -> it.place().pool().equals(pool))
                        .filter(it -> !it.isOver())
                        .toList();
    }

    List<Waitlisted> queue(PoolId pool) {
        return registrations.values().stream()
                .filter(Waitlisted.class::isInstance)
                .map(Waitlisted.class::cast)
                .filter(waitlisted -> waitlisted.place().pool().equals(pool))
                .sorted(Comparator.comparingLong(Waitlisted::order))
                .toList();
    }

    private int ahead(Waitlisted waitlisted) {
        return (int)
                queue(waitlisted.place().pool()).stream()
                        .filter(other -> other.order() < waitlisted.order())
                        .count();
    }

    private void save(Decision decision) {
        for (var event : decision.events()) {
            var before = lastVersion(event.after().place().id());
            check(event.after().version() == before + 1, "versions have no gap: " + event);
            published.add(event);
        }
        decision.registrations()
                .forEach(
                        registration -> registrations.put(registration.place().id(), registration));
        decision.repeated().forEach(one -> repeated.put(one.place().id(), one));
        for (var pool : decision.pools()) {
            var limit = limit(pool(pool.id()));
            check(pool.taken() <= limit + pool.added(), "oversold: " + pool);
            pools.put(pool.id(), stored(pool));
        }
        audit();
    }

    private static Pool stored(Pool pool) {
        return new Pool(
                pool.id(),
                pool.session(),
                pool.capacity(),
                pool.taken(),
                pool.held(),
                pool.waiting(),
                pool.lastOrder(),
                0);
    }

    private static long limit(Pool before) {
        return before.capacity() == null
                ? Integer.MAX_VALUE
                : Math.max(before.capacity(), before.taken());
    }

    private long lastVersion(RegistrationId id) {
        return published.stream()
                .filter(event -> event.after().place().id().equals(id))
                .mapToLong(event -> event.after().version())
                .max()
                .orElse(0);
    }

    private void audit() {
        Set<Object> pairs = new HashSet<>();
        for (var registration : registrations.values()) {
            var place = registration.place();
            check(pairs.add(List.of(place.session(), place.attendee())), "twice: " + place);
        }
        for (var pool : pools.values()) {
            var taken =
                    registrations.values().stream()
                            .filter(it -> it.place().pool().equals(pool.id()))
                            .filter(Registration::takesSeat)
                            .count();
            check(pool.taken() == taken, "taken is not what is taken: " + pool);
            var held =
                    registrations.values().stream()
                            .filter(it -> it.place().pool().equals(pool.id()))
                            .filter(Registration::holdsSeat)
                            .count();
            check(pool.held() == held, "held is not what is held: " + pool);
            check(pool.waiting() == queue(pool.id()).size(), "waiting: " + pool);
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
