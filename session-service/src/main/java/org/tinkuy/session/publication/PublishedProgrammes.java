package org.tinkuy.session.publication;

import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The programmes as they were published last. Every method takes part in the caller's transaction
/// where there is one.
public interface PublishedProgrammes {

    Mono<PublishedProgramme> find(ProgrammeId id);

    Mono<PublishedProgramme> findBySlug(String slug);

    /// In the order in which they were published first.
    Flux<PublishedProgramme> all();

    Mono<Void> save(PublishedProgramme programme);
}
