package org.tinkuy.registration.identity;

import java.time.Instant;
import java.util.UUID;
import org.tinkuy.token.Grant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who has which role.
public interface Grants {

    /// Nothing happens if the attendee has it already.
    ///
    /// @return whether it was not there before
    Mono<Boolean> give(AttendeeId attendee, Grant grant, Instant now);

    Flux<Grant> of(AttendeeId attendee);

    /// Owners and organisers of the programme, or of every one.
    Flux<AttendeeId> organisersOf(UUID programme);
}
