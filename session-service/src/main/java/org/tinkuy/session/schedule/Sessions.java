package org.tinkuy.session.schedule;

import java.util.List;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The sessions, as their organisers drafted them. Every method takes part in the caller's
/// transaction where there is one.
public interface Sessions {

    Mono<Void> add(List<Session> sessions);

    /// False, and nothing is changed, where another of its id is there.
    Mono<Boolean> addNew(Session session);

    Mono<Session> find(SessionId id);

    /// As [#find], and keeps others who ask the same waiting until the transaction ends.
    Mono<Session> lock(SessionId id);

    Mono<Long> count(ProgrammeId programme);

    /// In the order in which they were added.
    Flux<Session> ofProgramme(ProgrammeId programme);

    Mono<Void> save(Session session);

    Mono<Void> remove(SessionId id);
}
