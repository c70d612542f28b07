package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Reminders to people: one copy per reminder and person.
public interface ReminderCopies {

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
}
