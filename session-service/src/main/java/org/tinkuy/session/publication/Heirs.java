package org.tinkuy.session.publication;

import java.time.Instant;
import org.tinkuy.session.programme.Programme;
import reactor.core.publisher.Mono;

/// What is published with something of its programme (its place, its time zone, who may register),
/// and has to be published again when the programme says something else.
public interface Heirs {

    /// In the caller's transaction, which holds the programme's draft.
    Mono<Void> publishAgain(Programme before, Programme after, Instant now);

    /// In the same transaction. Fails with [org.tinkuy.session.programme.StillNeeded] where
    /// something that is published belongs to an event that is not any more.
    Mono<Void> requireEventsOf(Programme after);
}
