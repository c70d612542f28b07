package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/// Tells the other services, once the transaction is committed.
public interface Announcements {

    Mono<Void> announce(List<RegistrationEvent> events, Instant now);
}
