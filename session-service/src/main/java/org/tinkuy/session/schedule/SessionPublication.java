package org.tinkuy.session.schedule;

import java.time.Instant;
import org.tinkuy.session.programme.Programme;
import reactor.core.publisher.Mono;

/// Tells everyone else about sessions, in the caller's transaction.
public interface SessionPublication {

    Mono<Void> publish(Session session, Programme programme, Instant now);

    Mono<Void> withdraw(WithdrawnSession session, Instant now);
}
