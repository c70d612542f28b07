package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Notices that a session was moved, one per session, and their copies to people.
public interface RescheduleNotices {

    /// The notice that nobody was told of yet.
    Mono<RescheduleNotice> pending(SessionId session);

    /// Replaces the session's earlier one.
    Mono<Void> plan(RescheduleNotice notice, Instant dueAt);

    Mono<Void> drop(SessionId session);

    /// What the recipients of these notices were told before; absent are those to whom there is
    /// nothing left to say.
    Mono<Map<DeliveryId, Told>> toldBefore(Collection<Delivery> copies);

    /// @param hasSeat rather than a place on the waiting list
    record Told(Announcement before, boolean hasSeat) {}

    /// Goes on with the oldest fan-out that is due; empty if there is none, or if others are at it.
    Mono<FanOutPage> fanOut(Instant now, int people);
}
