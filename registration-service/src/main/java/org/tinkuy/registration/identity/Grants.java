package org.tinkuy.registration.identity;

import java.time.Instant;
import java.util.UUID;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who has which role.
public interface Grants {

    /// Nothing happens if the attendee has it already.
    ///
    /// @return whether it was not there before
    Mono<Boolean> give(AttendeeId attendee, Grant grant, Instant now);

    Flux<Grant> of(AttendeeId attendee);

    /// Whoever organises the programme, or every one.
    Flux<AttendeeId> organisersOf(UUID programme);

    /// @param everywhere in every programme of the organisation
    record Granted(AttendeeId attendee, Role role, boolean everywhere, Instant at) {}

    /// Those that count in the programme, the oldest first.
    Flux<Granted> in(UUID programme);

    /// Everybody who has the attendee's address loses what they had in the programme.
    Mono<Void> take(AttendeeId attendee, UUID programme);
}
