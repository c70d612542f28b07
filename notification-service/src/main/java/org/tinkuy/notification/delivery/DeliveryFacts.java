package org.tinkuy.notification.delivery;

import java.util.List;
import reactor.core.publisher.Mono;

/// Tells others what became of deliveries, in the caller's transaction.
public interface DeliveryFacts {

    Mono<Void> publish(List<Judged> ended);
}
