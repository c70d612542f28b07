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
import org.tinkuy.registration.identity.Attendees.Change;
import org.tinkuy.registration.identity.PersonKey;
import reactor.core.publisher.Mono;

/// Finds out whom signed-in people register: themselves, or somebody who shares their address. They
/// have proved to read its mail, so what they say is believed.
@Component
public class BelieveAttendee {

    private final Attendees attendees;
    private final Clock clock;

    BelieveAttendee(Attendees attendees, Clock clock) {
        this.attendees = attendees;
        this.clock = clock;
    }

    /// Fails with [InvalidInput] if the address is somebody else's, if nobody has said yet what to
    /// be called, or if the address has too many people.
    ///
    /// @param name `null`: the caller
    public Mono<AttendeeId> believe(
            AttendeeId caller, @Nullable EmailAddress address, @Nullable String name) {
        return attendees
                .find(caller)
                .flatMap(attendee -> believe(attendee, address, name))
                .switchIfEmpty(Mono.just(caller));
    }

    private Mono<AttendeeId> believe(
            Attendee caller, @Nullable EmailAddress address, @Nullable String name) {
        if (address != null && !address.equals(caller.address())) {
            return wrong("address", "other-address", "You are signed in with another.");
        }
        if (name == null) {
            return caller.name().isEmpty()
                    ? wrong("name", "required", "Give a name.")
                    : Mono.just(caller.id());
        }
        return name.equals(caller.name()) ? Mono.just(caller.id()) : person(caller, name);
    }

    /// Whoever has that name already, else the caller who has none yet, else somebody new.
    private Mono<AttendeeId> person(Attendee caller, String name) {
        var key = PersonKey.of(caller.address(), name);
        return attendees
                .sharingAddress(caller.id())
                .filter(Attendee::isConfirmed)
                .collectList()
                .flatMap(people -> {
                    var known = people.stream().filter(it -> it.key().equals(key)).findAny();
                    if (known.isPresent()) {
                        return Mono.just(known.get().id());
                    }
                    if (caller.name().isEmpty()) {
                        return attendees
                                .change(caller.id(), new Change(name, null, null), clock.instant())
                                .map(Attendee::id);
                    }
                    return attendees.add(caller, name, clock.instant()).map(Attendee::id);
                });
    }

    private static Mono<AttendeeId> wrong(String field, String code, String detail) {
        return Mono.error(() -> new InvalidInput(List.of(new FieldError(field, code, detail))));
    }
}
