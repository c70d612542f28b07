package org.tinkuy.notification.notice;

import java.util.List;
import java.util.Map;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import reactor.core.publisher.Mono;

/// What codes and notices about registrations say.
public interface Letters {

    /// Absent are those with nothing left to say.
    Mono<Map<DeliveryId, Letter>> gather(List<Delivery> batch);
}
