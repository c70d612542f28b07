package org.tinkuy.session.schedule;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// Tells everyone else that a planned publication was refused, in the caller's transaction.
public interface PublicationRefusals {

    Mono<Void> tell(PublicationRefused refused, Instant now);
}
