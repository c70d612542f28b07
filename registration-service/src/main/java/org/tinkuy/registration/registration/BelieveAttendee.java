package org.tinkuy.registration.registration;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.InvalidRequest;
import org.tinkuy.registration.InvalidRequest.FieldError;
import org.tinkuy.registration.Uncancelled;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.EmailAddress;
import reactor.core.publisher.Mono;

/// Takes over what signed-in attendees say of themselves when they register.
@Component
public class BelieveAttendee {

    private final Attendees attendees;
    private final Clock clock;

    BelieveAttendee(Attendees attendees, Clock clock) {
        this.attendees = attendees;
        this.clock = clock;
    }

    /// Fails with [InvalidRequest] if the address is somebody else's.
    public Mono<Void> believe(
            AttendeeId id, @Nullable EmailAddress address, @Nullable String name) {
        return address == null && name == null
                ? Mono.empty()
                : attendees.find(id).flatMap(attendee -> believe(attendee, address, name));
    }

    private Mono<Void> believe(
            Attendee attendee, @Nullable EmailAddress address, @Nullable String name) {
        if (address != null && !address.equals(attendee.address())) {
            var error =
                    new FieldError("address", "other-address", "You are signed in with another.");
            return Mono.error(() -> new InvalidRequest(List.of(error)));
        }
        return name == null || name.equals(attendee.name())
                ? Mono.empty()
                : Uncancelled.run(attendees.rename(attendee.id(), name, clock.instant())).then();
    }
}
