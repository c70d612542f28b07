package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Knows what deliveries of some kinds say; the feature that owns a kind has one.
public interface MailSource {

    Set<DeliveryKind> kinds();

    /// What each of these says now: read just before it is sent, in few statements for the batch.
    ///
    /// A delivery that is absent in the answer has nothing left to say and ends as expired.
    ///
    /// @param batch at most 1,000, of this source's kinds
    Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now);
}
