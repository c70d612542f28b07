package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.Collection;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.ConfirmationDue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Attendees whose pending registrations are to be confirmed.
public interface ConfirmationsDue {

    Mono<Void> record(AttendeeId attendee, Instant now);

    Mono<ConfirmationDue> find(AttendeeId attendee);

    Flux<ConfirmationDue> recordedBefore(Instant time, int limit);

    Mono<Void> strikeOff(Collection<ConfirmationDue> done);
}
