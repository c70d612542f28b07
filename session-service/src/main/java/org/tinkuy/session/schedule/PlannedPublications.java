package org.tinkuy.session.schedule;

import java.time.Instant;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// At most one of each programme. Every method takes part in the caller's transaction where there
/// is one.
public interface PlannedPublications {

    /// In the place of another one.
    Mono<Void> save(PlannedPublication planned);

    Mono<PlannedPublication> find(ProgrammeId programme);

    /// Of which programmes one is due, the first of them first.
    Flux<ProgrammeId> due(Instant now);

    /// Nothing where there is none.
    Mono<Void> remove(ProgrammeId programme);
}
