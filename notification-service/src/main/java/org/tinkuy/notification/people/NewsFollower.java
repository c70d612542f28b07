package org.tinkuy.notification.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/// A feature that acts on what other services say, in the transaction that writes it down.
public interface NewsFollower {

    default Mono<Void> sessionPublished(Schedule.Session session, Instant now) {
        return Mono.empty();
    }

    default Mono<Void> sessionWithdrawn(SessionId session) {
        return Mono.empty();
    }

    /// @param changes each of another registration
    default Mono<Void> registrationsChanged(List<RegistrationNews> changes, Instant now) {
        return Mono.empty();
    }

    default Mono<Void> recipientsRecorded(Set<RecipientId> recipients, Instant now) {
        return Mono.empty();
    }

    /// People set the language that they read or their time zone, or have others than before.
    default Mono<Void> readersChanged(Collection<Addressee> readers) {
        return Mono.empty();
    }

    /// Mail was seen to reach these addresses.
    ///
    /// @param provenAt by address
    default Mono<Void> addressesProven(Map<String, Instant> provenAt) {
        return Mono.empty();
    }

    /// Without a default: whoever follows people says what it forgets of them.
    ///
    /// @param address empty for somebody who was never heard of
    Mono<Void> recipientErased(RecipientId recipient, Optional<String> address, Instant now);

    /// After the commit, so that others find what was written.
    default void written() {}
}
