package org.tinkuy.registration.registration;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.BatchWork;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.PoolId;
import reactor.core.publisher.Mono;

/// Commands about seats, decided in batches by whoever holds the pools.
@Component
class SeatBatches implements BatchWork<PoolId, Command, DecidedBatch, Reply> {

    private final Pools pools;
    private final DecideTogether decideTogether;
    private final WriteDecision writeDecision;

    SeatBatches(Pools pools, DecideTogether decideTogether, WriteDecision writeDecision) {
        this.pools = pools;
        this.decideTogether = decideTogether;
        this.writeDecision = writeDecision;
    }

    @Override
    public Set<PoolId> keys(Command command) {
        return command.pools();
    }

    @Override
    public @Nullable String idempotencyKey(Command command) {
        return command instanceof Register register ? register.key().value() : null;
    }

    @Override
    public Mono<Set<PoolId>> lock(Set<PoolId> keys) {
        return pools.lock(keys);
    }

    @Override
    public Mono<DecidedBatch> decide(List<Command> commands) {
        return decideTogether.decide(commands);
    }

    @Override
    public Mono<List<Reply>> write(List<Command> commands, DecidedBatch decision) {
        return writeDecision.write(decision);
    }
}
