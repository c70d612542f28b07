package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tinkuy.registration.identity.AttendeeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The registrations that batches decide about.
public interface Registrations {

    /// @param ahead how many are before a waitlisted one of `registrations`
    record Known(List<Registration> registrations, Map<RegistrationId, Integer> ahead) {}

    Mono<Known> read(BatchNeeds needs);

    /// The first on the waiting lists, so many per session.
    Flux<Registration.Waitlisted> first(Map<SessionId, Integer> counts);

    Mono<Void> save(Collection<Registration> registrations);

    /// Where a registration belongs, which never changes.
    Mono<Registration.Place> place(RegistrationId id);

    Flux<SessionId> sessionsWithPending(AttendeeId attendee);

    Flux<Registration.Place> expiredHolds(Instant now, int limit);

    /// Those that are not cancelled.
    Flux<RegistrationId> active(SessionId session, int limit);
}
