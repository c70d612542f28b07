package org.tinkuy.registration.registration;

import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Mono;

/// Sessions as session-service published them last.
public interface Sessions {

    /// Keeps it with its pool, whose counters stay as they are.
    Mono<Void> publish(PublishSession.Facts facts);

    /// Empty if it was never published.
    Mono<SessionId> withdraw(SessionId id);
}
