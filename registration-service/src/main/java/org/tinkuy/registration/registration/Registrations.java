package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tinkuy.registration.seats.BatchNeeds;
import org.tinkuy.registration.seats.BatchNeeds.Holder;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.RegistrationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The registrations that batches decide about.
public interface Registrations {

    /// @param ahead how many are before a waitlisted one of `registrations`
    record Known(List<Registration> registrations, Map<RegistrationId, Integer> ahead) {

        List<Registration> and(List<Registration> others) {
            return Stream.concat(registrations.stream(), others.stream()).toList();
        }
    }

    Mono<Known> read(BatchNeeds needs);

    /// The first on the waiting lists, so many per pool.
    Flux<Registration.Waitlisted> first(Map<PoolId, Integer> counts);

    /// Any that are not cancelled, so many per pool.
    Flux<Registration> active(Map<PoolId, Integer> counts);

    /// How many seats are held by each; absent: none.
    Mono<Map<Holder, Integer>> holds(Set<Holder> holders);

    Mono<Void> save(Collection<Registration> registrations);

    /// Where a registration belongs, which never changes.
    Mono<Registration.Place> place(RegistrationId id);

    Flux<Registration.Place> expiredHolds(Instant now, int limit);
}
