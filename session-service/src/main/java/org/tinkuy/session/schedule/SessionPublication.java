package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/// Tells everyone else about sessions, in the caller's transaction.
public interface SessionPublication {

    Mono<Void> publish(List<SessionPublished> sessions, Instant now);

    Mono<Void> withdraw(WithdrawnSession session, Instant now);
}
