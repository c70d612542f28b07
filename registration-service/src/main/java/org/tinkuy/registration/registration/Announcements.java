package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.List;
import org.tinkuy.registration.seats.RegistrationEvent;
import reactor.core.publisher.Mono;

/// Tells the other services, once the transaction is committed.
public interface Announcements {

    Mono<Void> announce(List<RegistrationEvent> events, Instant now);
}
