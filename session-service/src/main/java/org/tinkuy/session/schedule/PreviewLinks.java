package org.tinkuy.session.schedule;

import java.util.UUID;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The links that show drafts. Every method takes part in the caller's transaction where there is
/// one.
public interface PreviewLinks {

    /// @param secret what opens it, of which only the hash is kept
    Mono<Void> add(PreviewLink link, PreviewSecret secret);

    Mono<PreviewLink> find(PreviewSecret secret);

    /// The latest first, those that are over among them.
    Flux<PreviewLink> of(ProgrammeId programme);

    /// Does nothing where it was taken back before.
    Mono<Void> remove(ProgrammeId programme, UUID link);
}
