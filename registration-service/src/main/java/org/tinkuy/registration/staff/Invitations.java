package org.tinkuy.registration.staff;

import java.util.List;
import java.util.UUID;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Those that are neither accepted nor withdrawn.
public interface Invitations {

    Mono<Void> add(Invitation invitation);

    Mono<Invitation> find(UUID id);

    /// Those of the programme, the oldest first.
    Flux<Invitation> in(UUID programme);

    /// @return what was there
    Mono<Invitation> remove(UUID id);

    /// @return what was there for the address
    Mono<Invitation> remove(UUID programme, EmailAddress address);

    Flux<Invitation> removeThoseOf(UUID programme, List<AttendeeId> inviters);
}
