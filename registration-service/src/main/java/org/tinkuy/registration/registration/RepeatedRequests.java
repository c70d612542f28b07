package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.Collection;
import org.tinkuy.registration.seats.BatchNeeds;
import org.tinkuy.registration.seats.Registration.Pending;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was asked for in the name of those who have the place already. Nothing becomes of it; it
/// counts for others, so that nobody is told by it who is registered.
public interface RepeatedRequests {

    /// All that count now where strangers ask, and those in the name of whoever is named.
    Flux<Pending> read(BatchNeeds needs, Instant now);

    Mono<Void> save(Collection<Pending> requests);
}
