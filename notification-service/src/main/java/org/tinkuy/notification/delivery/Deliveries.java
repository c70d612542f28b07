package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Every message to every person, once each. What features put here, workers take from
/// [DeliveryQueue].
public interface Deliveries {

    /// A name that is taken is left out, also when its delivery has ended.
    ///
    /// @return how many were new
    Mono<Long> enqueue(List<NewDelivery> messages);

    /// As [#enqueue].
    ///
    /// @return the names that were new
    Mono<Set<String>> enqueueNew(List<NewDelivery> messages);

    /// Whatever waits under these names is of another kind, now that more is known of it.
    Mono<Void> becomes(Collection<String> keys, DeliveryKind kind);

    /// Some of what waits for facts from elsewhere, in order.
    ///
    /// @param after the last of the page before
    Mono<List<Delivery>> waiting(@Nullable DeliveryId after, int limit);

    /// Nothing is lacking any more.
    Mono<Void> release(Collection<DeliveryId> complete, Instant now);

    /// What has reached people, or may have, of a kind and about a session.
    Flux<Reached> reached(
            DeliveryKind kind, Collection<SessionId> about, Collection<RecipientId> recipients);

    record Reached(UUID about, RecipientId recipient, String key) {}

    Flux<Backlog> backlog();

    /// What has neither been sent nor given up.
    ///
    /// @param incomplete those that wait for a fact from elsewhere
    record Backlog(Lane lane, long waiting, long incomplete, @Nullable Instant oldest) {}
}
