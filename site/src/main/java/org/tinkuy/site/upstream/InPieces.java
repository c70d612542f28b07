package org.tinkuy.site.upstream;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks about many by their ids, in an address each for as many as it has room for: services read
/// up to 4 KB of it (`plain-requests`).
public final class InPieces {

    private static final Logger log = LoggerFactory.getLogger(InPieces.class);

    /// Each takes 47 bytes, `&sessionId=` and 36 characters: 3,760 together.
    private static final int MOST_IDS = 80;

    private static final int AT_ONCE = 4;

    private InPieces() {}

    /// A refusal is a fault of ours, whatever the page does without the answer.
    ///
    /// @param ask of some of the ids, at least one
    /// @return in the order of the ids; fails as soon as one piece does
    public static <T> Mono<List<T>> of(
            Collection<UUID> ids, Function<Collection<UUID>, Mono<List<T>>> ask) {
        return Flux.fromIterable(ids)
                .buffer(MOST_IDS)
                .flatMapSequential(ask, AT_ONCE)
                .flatMapIterable(some -> some)
                .collectList()
                .doOnError(
                        ServiceProblem.class,
                        refused ->
                                log.warn(
                                        "A question about {} ids was {}",
                                        ids.size(),
                                        refused.getMessage()));
    }
}
