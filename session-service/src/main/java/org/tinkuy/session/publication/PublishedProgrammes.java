package org.tinkuy.session.publication;

import java.time.Instant;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The programmes as they were published last. Every method takes part in the caller's transaction
/// where there is one.
public interface PublishedProgrammes {

    /// Empty too when it was withdrawn.
    Mono<PublishedProgramme> find(ProgrammeId id);

    Mono<PublishedProgramme> findBySlug(String slug);

    /// In the order in which they were published first.
    Flux<PublishedProgramme> all();

    /// Adds it where it is new or was withdrawn.
    Mono<Void> save(PublishedProgramme programme);

    Mono<Void> save(WithdrawnProgramme programme, Instant now);

    /// The latest that everybody was told, also of one that was withdrawn since; empty where it was
    /// never published.
    Mono<Long> version(ProgrammeId id);

    /// That are not published again.
    Flux<WithdrawnProgramme> allWithdrawn();
}
