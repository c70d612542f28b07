package org.tinkuy.notification.people;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// A feature that acts on what other services say, in the transaction that writes it down.
public interface NewsFollower {

    default Mono<Void> sessionPublished(Schedule.Session session, Instant now) {
        return Mono.empty();
    }

    default Mono<Void> sessionWithdrawn(SessionId session) {
        return Mono.empty();
    }

    /// @param isNews whether it stood differently before; a topic that is written again says
    ///   nothing new
    /// @param traceparent the W3C trace context of what changed it
    default Mono<Void> registrationChanged(
            RegistrationChange change, boolean isNews, @Nullable String traceparent, Instant now) {
        return Mono.empty();
    }

    default Mono<Void> recipientRecorded(RecipientId recipient, Instant now) {
        return Mono.empty();
    }

    /// Without a default: whoever follows people says what it forgets of them.
    ///
    /// @param address empty for somebody who was never heard of
    Mono<Void> recipientErased(RecipientId recipient, Optional<String> address, Instant now);

    /// After the commit, so that others find what was written.
    default void written() {}
}
