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

    Mono<Open> open(DeliveryKind kind, UUID about);

    /// @param untried could be sent, or are with a worker for the first time
    /// @param all have not ended
    record Open(long untried, long all) {}

    /// Those that ended, by state.
    Mono<Map<DeliveryState, Long>> ended(DeliveryKind kind, UUID about);

    Mono<Long> sentSince(DeliveryKind kind, UUID about, Instant since);
}
