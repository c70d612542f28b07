package org.tinkuy.registration.registration;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Sessions and the counters of their seats.
public interface Sessions {

    /// Locks those that exist, in the order of their ids, until the transaction ends. What is read
    /// afterwards is what is true.
    Mono<Map<SessionId, Session>> lock(Collection<SessionId> ids);

    Mono<Void> saveCounters(Collection<Session> sessions);

    /// Locks it, too, and leaves the counters as they are.
    Mono<Void> publish(PublishSession.Facts facts);

    /// Locks it, too. Empty if it was never published.
    Mono<SessionId> withdraw(SessionId id);
}
