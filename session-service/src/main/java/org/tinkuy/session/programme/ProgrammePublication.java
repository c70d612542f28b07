package org.tinkuy.session.programme;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// Tells everyone else about programmes, in the caller's transaction.
public interface ProgrammePublication {

    Mono<Void> publish(Programme programme, Instant now);
}
