package org.tinkuy.registration.identity;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes over what signed-in people say of themselves. The message that follows brings it to
/// whoever mails them.
@Component
public class ChangeAttendee {

    private final Attendees attendees;
    private final Clock clock;

    ChangeAttendee(Attendees attendees, Clock clock) {
        this.attendees = attendees;
        this.clock = clock;
    }

    /// Fails with [UnknownToken] if the person is not known any more, and as [Attendees#change].
    public Mono<Attendee> change(AttendeeId id, Attendees.Change change) {
        return Mono.defer(() -> attendees.change(id, change, clock.instant()))
                .switchIfEmpty(Mono.error(UnknownToken::new));
    }
}
