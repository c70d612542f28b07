package org.tinkuy.session.publication;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// Tells everyone else about programmes, in the caller's transaction.
public interface ProgrammePublication {

    /// Fails with [TooMuchToPublish].
    Mono<Void> publish(PublishedProgramme programme, Instant now);

    Mono<Void> withdraw(WithdrawnProgramme programme, Instant now);
}
