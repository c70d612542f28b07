package org.tinkuy.notification.delivery;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// A feature whose deliveries wait for facts from elsewhere; workers ask it now and then to look.
public interface WaitingDeliveries {

    Mono<Void> releaseComplete(Instant now);
}
