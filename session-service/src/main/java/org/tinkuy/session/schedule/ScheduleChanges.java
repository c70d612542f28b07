package org.tinkuy.session.schedule;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What organisers changed. Nothing in it is ever altered.
public interface ScheduleChanges {

    /// In the caller's transaction.
    Mono<Void> add(ScheduleChange change);

    /// The latest first.
    Flux<ScheduleChange> of(SessionId session);
}
