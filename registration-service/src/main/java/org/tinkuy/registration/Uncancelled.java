package org.tinkuy.registration;

import reactor.core.publisher.Mono;

/// Work that goes on when the client that asked for it goes away: R2DBC would roll back beside a
/// statement that is still running.
public final class Uncancelled {

    private Uncancelled() {}

    public static <T> Mono<T> run(Mono<T> work) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true));
    }
}
