package org.tinkuy.registration.registration;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tinkuy.registration.seats.Pool;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Session;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Mono;

/// Seats that are counted together.
public interface Pools {

    /// @param sessions those that the pools belong to
    record Known(Map<PoolId, Pool> pools, Map<SessionId, Session> sessions) {

        boolean takesPlace(PoolId id) {
            var pool = Objects.requireNonNull(pools.get(id));
            return Objects.requireNonNull(sessions.get(pool.session())).takesPlace();
        }
    }

    /// Locks those that nobody holds until the transaction ends, and waits for none.
    ///
    /// @return those that somebody else holds
    Mono<Set<PoolId>> lock(Set<PoolId> ids);

    /// Of those that exist, what is true now; for whoever holds them, until the transaction ends.
    Mono<Known> read(Set<PoolId> ids);

    Mono<Void> save(Collection<Pool> pools);
}
