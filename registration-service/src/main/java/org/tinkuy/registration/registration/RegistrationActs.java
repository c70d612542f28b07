package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.RegistrationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What organisers did with registrations.
public interface RegistrationActs {

    /// @param text of a note, or the former name; `null`: of others
    record Act(
            RegistrationId registration,
            Instant at,
            AttendeeId organiser,
            What what,
            @Nullable String text) {}

    enum What {
        CANCELLED,
        PROMOTED,
        RENAMED,
        NOTED
    }

    /// Takes part in the caller's transaction. Of a registration the latest hundred of each kind
    /// are kept.
    Mono<Void> record(List<Act> acts);

    /// Whoever writes about it next waits until the caller's transaction is over.
    Mono<Void> inTurn(RegistrationId registration);

    /// The latest hundred of each kind, the oldest first.
    Flux<Act> of(RegistrationId registration);
}
