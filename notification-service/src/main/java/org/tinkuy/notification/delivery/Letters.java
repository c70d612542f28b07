package org.tinkuy.notification.delivery;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/// What codes and notices about registrations say.
public interface Letters {

    /// Absent are those with nothing left to say.
    Mono<Map<DeliveryId, Letter>> gather(List<Delivery> batch);
}
