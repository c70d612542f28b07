package org.tinkuy.session.programme;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The drafts of one kind within their programmes. Every method takes part in the caller's
/// transaction where there is one.
///
/// @param <I> how one of them is named
/// @param <D> the kind
public interface Drafts<I, D extends Draft> {

    /// Of one programme.
    default int most() {
        return Bounds.MOST_ENTRIES;
    }

    Mono<Void> add(ProgrammeId programme, List<D> drafts);

    /// False, and nothing is changed, where another of its id is there.
    Mono<Boolean> addNew(ProgrammeId programme, D draft);

    /// In the order in which they were added.
    Flux<D> of(ProgrammeId programme);

    /// Keeps others who ask the same waiting until the transaction ends.
    Mono<D> lock(ProgrammeId programme, I id);

    Mono<Void> save(ProgrammeId programme, D draft);

    Mono<Void> remove(ProgrammeId programme, I id);
}
