package org.tinkuy.registration.registration;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
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

    /// Fails with [InvalidInput] if the address is somebody else's.
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
            return Mono.error(() -> new InvalidInput(List.of(error)));
        }
        return name == null || name.equals(attendee.name())
                ? Mono.empty()
                : attendees.rename(attendee.id(), name, clock.instant()).then();
    }
}
