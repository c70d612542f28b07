package org.tinkuy.registration.registration;

import java.time.Instant;
import org.tinkuy.registration.seats.PoolId;
import reactor.core.publisher.Mono;

/// Pools whose registrations are to be brought in line with what was published of their session.
public interface SeatTasks {

    /// In the caller's transaction. A task of the same pool that is being worked off begins anew.
    Mono<Void> request(PoolId pool, Instant now);

    /// The one that has waited longest, which nobody else takes until `until`. Empty if there is
    /// none.
    Mono<SeatTask> take(Instant now, Instant until);

    /// Somebody may take it again, after the others.
    Mono<Void> putBack(SeatTask task, Instant now);

    /// Keeps it if something newer was published meanwhile.
    Mono<Void> finish(SeatTask task, Instant now);
}
