package org.tinkuy.registration.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.BatchNeeds.Holder;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Place;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent.Kind;

/// The seats during a batch. Counters and waiting lists follow from what becomes of registrations,
/// so that no rule can forget them.
final class SeatPlan {

    private record Pair(SessionId session, AttendeeId attendee) {}

    private final Instant now;
    private final Map<SessionId, Session> sessions;
    private final Map<PoolId, Pool> pools;
    private final Map<PoolId, WaitingList> lists = new HashMap<>();
    private final Map<RegistrationId, Registration> registrations = new LinkedHashMap<>();
    private final Map<Pair, RegistrationId> byPair = new HashMap<>();
    private final Map<Holder, Integer> holds;
    private final Map<RegistrationId, Pending> repeated = new HashMap<>();
    private final Set<RegistrationId> repeatedNow = new LinkedHashSet<>();
    private final Set<RegistrationId> changed = new LinkedHashSet<>();
    private final Set<PoolId> changedPools = new HashSet<>();
    private final List<RegistrationEvent> events = new ArrayList<>();
    private final List<Command> effective = new ArrayList<>();
    private @Nullable String traceparent;

    SeatPlan(LoadedState state, Instant now) {
        this.now = now;
        this.sessions = state.sessions();
        this.pools = new HashMap<>(state.pools());
        this.holds = new HashMap<>(state.holds());
        state.registrations().forEach(this::remember);
        state.repeated().forEach(one -> repeated.put(one.place().id(), one));
        for (var waitlisted : state.queues()) {
            remember(waitlisted);
            list(waitlisted.place().pool()).load(waitlisted);
        }
        state.ahead().forEach((id, count) -> list(known(id).place().pool()).ahead(id, count));
    }

    /// What the command confirms or puts on the waiting list is one act of the attendee.
    Outcome inOneAct(Command command, Supplier<Outcome> deciding) {
        traceparent = command.traceparent();
        var from = events.size();
        var outcome = deciding.get();
        if (events.size() > from) {
            effective.add(command);
        }
        var act = events.subList(from, events.size());
        var together = act.stream().filter(SeatPlan::answersTheAct).map(SeatPlan::id).toList();
        act.replaceAll(event -> answersTheAct(event) ? event.with(together) : event);
        return outcome;
    }

    private static boolean answersTheAct(RegistrationEvent event) {
        return event.kind() == Kind.CONFIRMED || event.kind() == Kind.WAITLISTED;
    }

    private static RegistrationId id(RegistrationEvent event) {
        return event.after().place().id();
    }

    Map<SessionId, Session> sessions() {
        return sessions;
    }

    Session session(SessionId id) {
        return Objects.requireNonNull(sessions.get(id), "a pool's session is loaded");
    }

    Pool pool(PoolId id) {
        return Objects.requireNonNull(pools.get(id), "a command's pool is loaded");
    }

    @Nullable Pool findPool(PoolId id) {
        return pools.get(id);
    }

    @Nullable Registration find(RegistrationId id) {
        return registrations.get(id);
    }

    @Nullable Registration find(SessionId session, AttendeeId attendee) {
        var id = byPair.get(new Pair(session, attendee));
        return id == null ? null : registrations.get(id);
    }

    Place newPlace(Wish wish, AttendeeId attendee) {
        var programme = session(wish.session()).programme();
        return new Place(wish.id(), wish.session(), wish.pool(), programme, attendee);
    }

    /// Of the pool, as many as are loaded.
    List<Registration> of(PoolId pool) {
        return registrations.values().stream()
                .filter(registration -> registration.place().pool().equals(pool))
                .toList();
    }

    @Nullable Integer position(Registration registration) {
        return registration instanceof Waitlisted waitlisted
                ? list(waitlisted.place().pool()).position(waitlisted)
                : null;
    }

    /// The registration's new state, with all that follows from it for the pool.
    Registration become(Kind kind, Registration after) {
        var before = registrations.get(after.place().id());
        var id = after.place().pool();
        var pool = pool(id);
        if (before instanceof Waitlisted waitlisted) {
            list(id).leave(waitlisted);
            pool = pool.withOneLessWaiting();
        }
        if (after instanceof Waitlisted waitlisted) {
            list(id).join(waitlisted, pool.waiting());
            pool = pool.withOneMoreWaiting();
        }
        pools.put(id, pool.withSeats(seats(after) - seats(before), held(after) - held(before)));
        count(before, -1);
        count(after, 1);
        changedPools.add(id);
        remember(after);
        changed.add(after.place().id());
        var alone =
                kind == Kind.REQUESTED ? List.<RegistrationId>of() : List.of(after.place().id());
        events.add(new RegistrationEvent(kind, after, position(after), alone, traceparent));
        return after;
    }

    /// Free seats go to the first on the waiting list.
    List<Registration> handSeatsOn(PoolId id, int atMost) {
        var promoted = new ArrayList<Registration>();
        while (promoted.size() < atMost && session(pool(id).session()).handsSeatsOn(now)) {
            var next = list(id).next();
            if (next == null || !pool(id).hasFreeSeat()) {
                break;
            }
            promoted.add(become(Kind.PROMOTED, ((Waitlisted) known(next)).promote(now)));
        }
        return promoted;
    }

    /// Whoever waits gets one of their own.
    Registration addSeatFor(Waitlisted waitlisted) {
        var id = waitlisted.place().pool();
        pools.put(id, pool(id).withOneSeatAdded());
        return become(Kind.PROMOTED, waitlisted.promote(now));
    }

    Decision decision(List<Outcome> outcomes) {
        return new Decision(
                changed.stream().map(this::known).toList(),
                changedPools.stream().map(this::pool).toList(),
                repeatedNow.stream().map(id -> Objects.requireNonNull(repeated.get(id))).toList(),
                List.copyOf(events),
                List.copyOf(effective),
                outcomes);
    }

    /// Whether the network may hold one more seat.
    boolean mayHold(PoolId pool, @Nullable Network network) {
        return network == null
                || holds.getOrDefault(new Holder(pool, network), 0)
                                + heldAgain(pool, one -> network.equals(one.network()))
                        < Hold.PER_NETWORK;
    }

    /// What somebody asked for in the name of who has the place already.
    @Nullable Pending repeated(RegistrationId id) {
        return repeated.get(id);
    }

    void repeat(Pending request) {
        repeated.put(request.place().id(), request);
        repeatedNow.add(request.place().id());
    }

    /// How many seats would be held, had those who ask again no place.
    int heldAgain(PoolId pool) {
        return heldAgain(pool, _ -> true);
    }

    private int heldAgain(PoolId pool, Predicate<Pending> which) {
        return (int)
                repeated.values().stream()
                        .filter(one -> one.place().pool().equals(pool))
                        .filter(one -> one.takesSeat() && !one.isOver(now))
                        .filter(which)
                        .count();
    }

    private void count(@Nullable Registration registration, int change) {
        if (registration instanceof Pending pending && pending.network() != null) {
            holds.merge(
                    new Holder(pending.place().pool(), pending.network()), change, Integer::sum);
        }
    }

    private static int held(@Nullable Registration registration) {
        return registration != null && registration.holdsSeat() ? 1 : 0;
    }

    private static int seats(@Nullable Registration registration) {
        return registration != null && registration.takesSeat() ? 1 : 0;
    }

    private WaitingList list(PoolId id) {
        return lists.computeIfAbsent(id, _ -> new WaitingList());
    }

    private Registration known(RegistrationId id) {
        return Objects.requireNonNull(registrations.get(id), "a registration is loaded");
    }

    private void remember(Registration registration) {
        Place place = registration.place();
        registrations.put(place.id(), registration);
        byPair.put(new Pair(place.session(), place.attendee()), place.id());
    }
}
