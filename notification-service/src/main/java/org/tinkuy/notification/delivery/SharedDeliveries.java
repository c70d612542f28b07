package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/// All deliveries of one kind that are about the same, such as the copies of a campaign.
public interface SharedDeliveries {

    /// What could be sent is held back until [#resume].
    Mono<Void> hold(DeliveryKind kind, UUID about);

    /// What was held back may go: spread anew, so that it does not go at once.
    ///
    /// @param perSecond how many may go
    /// @param expiresAt it is of use for so long at least
    /// @return how many there were
    Mono<Long> resume(
            DeliveryKind kind, UUID about, Instant from, int perSecond, Instant expiresAt);

    /// How many could be sent, or are with a worker for the first time.
    Mono<Long> untried(DeliveryKind kind, UUID about);

    /// Whether every one has ended.
    Mono<Boolean> allEnded(DeliveryKind kind, UUID about);

    /// Those that ended, by state.
    Mono<Map<DeliveryState, Long>> ended(DeliveryKind kind, UUID about);

    Mono<Long> sentSince(DeliveryKind kind, UUID about, Instant since);
}
