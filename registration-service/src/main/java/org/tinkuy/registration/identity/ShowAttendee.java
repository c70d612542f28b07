package org.tinkuy.registration.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.token.Grant;
import reactor.core.publisher.Mono;

/// A person as the person may see it.
@Component
public class ShowAttendee {

    public record Shown(Attendee attendee, List<Grant> grants) {}

    private final Attendees attendees;
    private final Grants grants;

    ShowAttendee(Attendees attendees, Grants grants) {
        this.attendees = attendees;
        this.grants = grants;
    }

    /// Fails with [UnknownToken] if the person is not known any more.
    public Mono<Shown> show(AttendeeId id) {
        return attendees
                .find(id)
                .switchIfEmpty(Mono.error(UnknownToken::new))
                .zipWhen(attendee -> grants.of(attendee.id()).collectList(), Shown::new);
    }
}
