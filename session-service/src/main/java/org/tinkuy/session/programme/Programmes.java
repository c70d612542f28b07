package org.tinkuy.session.programme;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The programmes with their events, as their organisers drafted them. Every method takes part in
/// the caller's transaction where there is one.
public interface Programmes {

    /// Adds a programme and its events if its slug is free; otherwise changes nothing and answers
    /// false. Waits for another transaction that is adding the same slug.
    Mono<Boolean> add(Programme programme);

    Mono<Programme> find(ProgrammeId id);

    Mono<Programme> findBySlug(String slug);

    /// As [#find], and keeps others who ask the same waiting until the transaction ends.
    Mono<Programme> lock(ProgrammeId id);

    /// In the order in which they were added.
    Flux<Programme> all();

    /// Its own statements; its events are saved one by one.
    Mono<Void> save(Programme programme);

    /// With all that was drafted of it. Nothing of it is or was published.
    Mono<Void> remove(ProgrammeId id);
}
