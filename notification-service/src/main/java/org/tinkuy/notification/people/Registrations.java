package org.tinkuy.notification.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/// How registrations stand.
public interface Registrations {

    enum Status {
        PENDING,
        CONFIRMED,
        WAITLISTED,
        CANCELLED
    }

    /// Remembers how a registration stands, so that a mail about an earlier state is not sent.
    ///
    /// @param now since when the person is told when the session is, if it stands differently
    /// @return whether that is news to the person: it stood differently before. A request that
    ///   nobody confirmed ends in silence, because nobody has shown that the address is theirs
    Mono<Boolean> note(RegistrationChange change, Instant now);

    /// Absent are those that are not known.
    Mono<Map<RegistrationId, Status>> standings(Collection<RegistrationId> registrations);
}
