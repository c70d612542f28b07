package org.tinkuy.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/// The workers' side of deliveries: ready → claimed → sending → sent, failed, expired, unknown or
/// ready again.
///
/// A worker is known by its epoch. What it does to a delivery is fenced by it: once others took the
/// worker for dead, its late word changes nothing and comes back as `false`.
public interface DeliveryQueue {

    /// @return the new worker's epoch
    Mono<Long> enlist(Duration lease);

    /// @return whether the worker still lives in the others' eyes
    Mono<Boolean> stayAlive(long epoch, Duration lease);

    /// Makes notices ready whose parts, recipient and sessions are all known.
    Mono<Void> release(Instant now);

    Mono<List<Delivery>> claim(long epoch, Lane lane, int limit, Instant now);

    /// Written down before the first byte leaves.
    Mono<Boolean> begin(long epoch, DeliveryId id);

    Mono<Boolean> end(long epoch, Delivery delivery, Verdict verdict);

    /// Puts back what was claimed and not begun.
    Mono<Void> giveBack(long epoch, List<DeliveryId> ids, String reason);

    /// Takes the dead workers off the list and makes ready what they had claimed.
    ///
    /// @return what they were sending, locked until the caller's transaction ends
    Mono<List<Delivery>> takeOver();

    /// Takes one's own worker off the list; what it still holds is treated as after its death.
    Mono<Void> resign(long epoch);

    /// What is too late to be sent, locked until the caller's transaction ends.
    Mono<List<Delivery>> overdue(Instant now, int limit);

    /// What waits for a person, locked until the caller's transaction ends.
    Mono<List<Delivery>> waitingFor(RecipientId recipient);

    /// Some of what waits and tells of this first, locked until the caller's transaction ends.
    Mono<List<Delivery>> waitingAbout(UUID about, int limit);

    /// For deliveries that the caller's transaction has locked.
    Mono<Void> settle(Delivery delivery, Verdict verdict);
}
