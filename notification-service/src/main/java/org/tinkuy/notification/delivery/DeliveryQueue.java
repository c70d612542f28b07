package org.tinkuy.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// The workers' side of deliveries: ready → claimed → sending → sent, failed, expired, unknown or
/// ready again. What is being sent stays claimed, and is written down as begun besides.
///
/// A worker is known by its epoch. What it does to a delivery is fenced by it: once others took the
/// worker for dead, its late word changes nothing.
public interface DeliveryQueue {

    /// @return the new worker's epoch
    Mono<Long> enlist(Duration lease);

    /// @return those that still live in the others' eyes
    Mono<Set<Long>> stayAlive(Set<Long> epochs, Duration lease);

    Mono<List<Delivery>> claim(long epoch, Channel channel, Lane lane, int limit, Instant now);

    /// Written down before the first byte leaves: some of what the worker claimed.
    ///
    /// @return `false`: others took the worker for dead, and have taken over what it held
    Mono<Boolean> begin(long epoch, Begun begun);

    /// @param number of the worker's, never used before
    /// @param deliveries as they were claimed: each counts as begun while it has so many attempts
    /// @param over numbers of which every delivery has been ended or given back
    record Begun(long number, List<Delivery> deliveries, List<Long> over) {}

    /// @return those that their workers still held
    Mono<Set<DeliveryId>> end(List<Attempt> ended);

    /// Makes ready again what was claimed or begun, and of which no byte has left.
    Mono<Void> giveBack(long epoch, List<DeliveryId> ids, String reason);

    /// Makes ready again whatever the worker claimed and has not begun.
    Mono<Void> giveBackClaimed(long epoch);

    /// Takes the dead workers off the list and makes ready what they had claimed.
    ///
    /// @return what they were sending, locked until the caller's transaction ends
    Mono<List<Delivery>> takeOver();

    /// Takes one's own worker off the list; what it still holds is treated as after its death.
    Mono<Void> resign(long epoch);

    /// What is too late to be sent, locked until the caller's transaction ends.
    Mono<List<Delivery>> overdue(Instant now, int limit);

    /// What the system that was lost may have sent, see [NotificationSettings.Delivery#toldUntil];
    /// locked until the caller's transaction ends. None of it is ever claimed.
    Mono<List<Delivery>> toldPerhaps(int limit);

    /// What waits for a person, locked until the caller's transaction ends.
    Mono<List<Delivery>> waitingFor(RecipientId recipient);

    /// Some of what waits and tells of this first, locked until the caller's transaction ends.
    Mono<List<Delivery>> waitingAbout(UUID about, int limit);

    /// For deliveries that the caller's transaction has locked.
    Mono<Void> settle(List<Judged> ended);
}
