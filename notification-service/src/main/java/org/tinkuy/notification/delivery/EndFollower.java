package org.tinkuy.notification.delivery;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A feature that keeps something for a delivery, and no longer than it may be sent.
public interface EndFollower {

    /// In the transaction that ends them.
    Mono<Void> ended(List<Delivery> deliveries);

    static Mono<Void> tell(List<EndFollower> followers, List<Judged> judged) {
        var over =
                judged.stream()
                        .filter(one -> !(one.verdict() instanceof Verdict.Again))
                        .map(Judged::delivery)
                        .toList();
        return over.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(followers).concatMap(it -> it.ended(over)).then();
    }
}
