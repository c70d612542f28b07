package org.tinkuy.session.programme;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The programmes that were put away: those who organise them find them there, and no list names
/// them among the others. Every method takes part in the caller's transaction where there is one.
public interface Archive {

    /// Whether it was not there before.
    Mono<Boolean> add(ProgrammeId programme, Instant now);

    /// Whether it was there.
    Mono<Boolean> remove(ProgrammeId programme);

    Mono<Boolean> contains(ProgrammeId programme);

    Flux<ProgrammeId> all();
}
