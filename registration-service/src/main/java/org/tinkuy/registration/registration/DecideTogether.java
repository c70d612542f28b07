package org.tinkuy.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.seats.BatchNeeds;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.IdempotencyKey;
import org.tinkuy.registration.seats.LoadedState;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.SeatAllocation;
import reactor.core.publisher.Mono;

/// Decides a batch of commands in the caller's transaction, which holds their pools. The statements
/// are as many for one command as for five hundred.
@Component
class DecideTogether {

    private final Pools pools;
    private final Registrations registrations;
    private final RepeatedRequests repeatedRequests;
    private final IdempotencyKeys keys;
    private final MeetStrangers meetStrangers;
    private final Clock clock;

    DecideTogether(
            Pools pools,
            Registrations registrations,
            RepeatedRequests repeatedRequests,
            IdempotencyKeys keys,
            MeetStrangers meetStrangers,
            Clock clock) {
        this.pools = pools;
        this.registrations = registrations;
        this.repeatedRequests = repeatedRequests;
        this.keys = keys;
        this.meetStrangers = meetStrangers;
        this.clock = clock;
    }

    Mono<DecidedBatch> decide(List<Command> commands) {
        var now = clock.instant();
        return Mono.zipDelayError(pools.read(pools(commands)), keys.find(keys(commands)))
                .flatMap(found -> {
                    var known = found.getT1();
                    var stored = found.getT2();
                    return decide(Batch.of(commands, known.sessions(), stored, now), known, now);
                });
    }

    private static Set<PoolId> pools(List<Command> commands) {
        return commands.stream()
                .flatMap(command -> command.pools().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A concurrent request with the same key names the same pools, so it comes before or after.
    private static Collection<IdempotencyKey> keys(List<Command> commands) {
        return commands.stream()
                .filter(Register.class::isInstance)
                .map(command -> ((Register) command).key())
                .toList();
    }

    private Mono<DecidedBatch> decide(Batch batch, Pools.Known known, Instant now) {
        var commands = batch.undecided();
        return commands.isEmpty()
                ? Mono.just(DecidedBatch.withNothingToDecide(batch, now))
                : meetStrangers
                        .meet(Batch.byStrangers(commands), known.pools(), now)
                        .flatMap(met ->
                                load(commands, known, met, now)
                                        .map(state ->
                                                new DecidedBatch(
                                                        batch,
                                                        commands,
                                                        SeatAllocation.decide(state, commands, now),
                                                        met,
                                                        now)));
    }

    private Mono<LoadedState> load(
            List<Command> commands, Pools.Known known, MeetStrangers.Met met, Instant now) {
        var needs = BatchNeeds.of(commands, met.attendees(), met.newcomers());
        return Mono.zipDelayError(
                        registrations.read(needs),
                        registrations.holds(needs.holders()),
                        registrations.first(waiting(needs, known)).collectList(),
                        registrations.active(ending(needs, known)).collectList(),
                        repeatedRequests.read(needs, now).collectList())
                .map(found -> {
                    var named = found.getT1();
                    return new LoadedState(
                            known.sessions(),
                            known.pools(),
                            met.attendees(),
                            named.and(found.getT4()),
                            found.getT3(),
                            found.getT2(),
                            named.ahead(),
                            found.getT5(),
                            met.unmailed());
                });
    }

    /// Most pools have no waiting list.
    private static Map<PoolId, Integer> waiting(BatchNeeds needs, Pools.Known known) {
        var waiting = new HashMap<>(needs.seatsThatMayBecomeFree());
        waiting.keySet()
                .removeIf(id ->
                        !known.pools().containsKey(id) || known.pools().get(id).waiting() == 0);
        return waiting;
    }

    private static Map<PoolId, Integer> ending(BatchNeeds needs, Pools.Known known) {
        var ending = new HashMap<>(needs.following());
        ending.keySet().removeIf(id -> !known.pools().containsKey(id) || known.takesPlace(id));
        return ending;
    }
}
