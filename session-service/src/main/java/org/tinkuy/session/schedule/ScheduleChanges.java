package org.tinkuy.session.schedule;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What organisers changed. Nothing in it is ever altered.
public interface ScheduleChanges {

    /// In the caller's transaction.
    Mono<Void> add(ScheduleChange change);

    /// The latest first.
    ///
    /// @param before only those that came before this version of the session; `null`: all
    Flux<ScheduleChange> of(SessionId session, @Nullable Long before, int most);
}
