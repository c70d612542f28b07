package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.SessionId;
import org.tinkuy.notification.delivery.SessionTimes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The schedule of reminders, per session and kind, and their copies to people.
public interface Reminders {

    /// Replaces those of another start; those of the same start stay as they are. Until the
    /// caller's transaction ends, nobody looks up the session's reminders.
    Mono<Void> plan(SessionId session, Instant startsAt, List<Reminder> ahead);

    Mono<Void> drop(SessionId session);

    /// Writes down the copies for a person that a fan-out may have left out because it did not know
    /// of the person or of the seat yet. What is there already stays.
    ///
    /// @return how many there were
    Mono<Long> catchUp(RecipientId recipient, Instant now);

    /// The same, after the person's seat at the session was confirmed in the caller's transaction.
    Mono<Long> catchUp(RecipientId recipient, SessionId session, Instant now);

    /// Goes on with the most urgent fan-out that has begun by now; empty if there is none, or if
    /// others are at it.
    Mono<FanOutPage> fanOut(Instant now, int people);

    /// Those whose session still starts when they say, and whose recipient still has the seat.
    Mono<Set<DeliveryId>> stillTrue(Collection<Delivery> copies);

    /// Sessions with a day that is not long past.
    Flux<SessionId> sessionsSince(Instant day);

    /// When it takes place, if it does; until the caller's transaction ends, nobody changes its
    /// reminders.
    Mono<SessionTimes> timesOf(SessionId session);

    /// The earliest due time whose fan-out is not over.
    Mono<Instant> nextDue();
}
