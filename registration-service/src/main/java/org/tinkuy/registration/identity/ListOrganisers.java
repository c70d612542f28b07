package org.tinkuy.registration.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Who may change something in a programme.
@Component
public class ListOrganisers {

    private final Grants grants;
    private final Attendees attendees;

    ListOrganisers(Grants grants, Attendees attendees) {
        this.grants = grants;
        this.attendees = attendees;
    }

    public Flux<Attendee> of(UUID programme) {
        return grants.organisersOf(programme).collectList().flatMapMany(attendees::findAll);
    }
}
