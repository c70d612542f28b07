package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.Collection;
import org.tinkuy.registration.seats.ConfirmationDue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Codes that came back, whose registrations are to be confirmed.
public interface ConfirmationsDue {

    Mono<Void> record(ConfirmationDue due, Instant now);

    Flux<ConfirmationDue> recordedBefore(Instant time, int limit);

    Mono<Void> strikeOff(Collection<ConfirmationDue> done);
}
