package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.DeliveryLog.Filter;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What ended, and may begin again: it goes from the log back to the queue.
public interface EndedDeliveries {

    /// A page of what ended before now in the filter's state and can be sent still.
    ///
    /// @param after the last of the page before
    Mono<List<Ended>> retryable(
            Visibility visibility,
            Filter filter,
            @Nullable DeliveryId after,
            int limit,
            Instant now);

    /// @param failure `null`: it did not fail, or it is not known why
    record Ended(Delivery delivery, @Nullable Failure failure) {}

    /// How many ended in the filter's state and would be of no use any more.
    Mono<Long> tooLate(Visibility visibility, Filter filter, Instant now);

    /// Makes ready those of them that are still ended.
    ///
    /// @return the lanes of what is ready now, one for each delivery
    Flux<Lane> sendAgain(Collection<DeliveryId> ids, Set<DeliveryState> ended, Instant now);

    /// The same for what was not sent to these people because their address was suppressed, but for
    /// newsletters.
    Flux<Lane> sendSuppressed(Set<RecipientId> recipients, Instant now);

    /// The same for a single one, even if a mail server refused its address before.
    Mono<Lane> insistOn(UUID id, Set<DeliveryState> ended, Instant now);
}
