package org.tinkuy.notification.delivery;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// A feature that acts on what other services say, in the transaction that writes it down, and
/// after it was written.
public interface NewsFollower {

    Mono<Void> sessionPublished(Schedule.Session session, Instant now);

    Mono<Void> sessionWithdrawn(SessionId session);

    Mono<Void> registrationChanged(RegistrationChange change, Instant now);

    Mono<Void> recipientRecorded(RecipientId recipient, Instant now);
}
