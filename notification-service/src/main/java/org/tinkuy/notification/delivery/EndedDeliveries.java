package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /// Those of them that are still ended begin again.
    ///
    /// @param held campaigns whose copies wait until they are released
    Flux<Again> sendAgain(
            Collection<DeliveryId> ids, Set<DeliveryState> ended, Set<UUID> held, Instant now);

    /// The same for what was not sent to these people because their address was suppressed, but for
    /// newsletters.
    Flux<Again> sendSuppressed(Set<RecipientId> recipients, Instant now);

    /// The same for a single one, even if a mail server refused its address before.
    Mono<Again> insistOn(UUID id, Set<DeliveryState> ended, Set<UUID> held, Instant now);

    /// The same for the copies of a campaign that a mail server refused: they wait until they are
    /// released.
    Flux<Again> holdRefused(UUID campaign, Instant now);

    /// @param held it waits; else it is ready
    record Again(Lane lane, boolean held) {

        /// The lanes where something is ready.
        static Set<Lane> ready(Collection<Again> begun) {
            return begun.stream()
                    .filter(one -> !one.held())
                    .map(Again::lane)
                    .collect(Collectors.toSet());
        }
    }
}
