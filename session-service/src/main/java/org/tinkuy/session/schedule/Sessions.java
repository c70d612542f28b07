package org.tinkuy.session.schedule;

import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The sessions. Every method takes part in the caller's transaction where there is one.
public interface Sessions {

    Mono<Void> add(Session session);

    /// Empty too when the session was withdrawn.
    Mono<Session> find(SessionId id);

    /// As [#find], and keeps others who ask the same waiting until the transaction ends.
    Mono<Session> lock(SessionId id);

    /// Those that were not withdrawn, in the order in which they were added.
    Flux<Session> ofProgramme(ProgrammeId programme);

    Mono<Void> save(Session session);

    Mono<Void> save(WithdrawnSession session);

    Flux<WithdrawnSession> allWithdrawn();
}
