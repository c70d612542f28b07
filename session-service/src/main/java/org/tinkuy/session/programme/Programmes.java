package org.tinkuy.session.programme;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The programmes. Every method takes part in the caller's transaction where there is one.
public interface Programmes {

    /// Adds a programme whose slug is free; otherwise changes nothing and answers false. Waits for
    /// another transaction that is adding the same slug.
    Mono<Boolean> add(Programme programme);

    Mono<Programme> find(ProgrammeId id);

    Mono<Programme> findBySlug(String slug);

    /// As [#find], and keeps others who ask the same waiting until the transaction ends.
    Mono<Programme> lock(ProgrammeId id);

    /// In the order in which they were added.
    Flux<Programme> all();
}
