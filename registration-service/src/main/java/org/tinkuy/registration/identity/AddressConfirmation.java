package org.tinkuy.registration.identity;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// What another feature does when an attendee proved to own the address.
public interface AddressConfirmation {

    /// Runs in the transaction that opens the device session: writes down that there is something
    /// to do, so that a crash before [#complete] loses nothing.
    Mono<Void> record(AttendeeId attendee, Instant now);

    /// Runs after that transaction, before the answer is given.
    Mono<Void> complete(AttendeeId attendee, Instant now);
}
