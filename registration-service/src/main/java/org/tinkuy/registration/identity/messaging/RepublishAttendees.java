package org.tinkuy.registration.identity.messaging;

import org.springframework.stereotype.Component;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.registration.identity.Attendees;
import reactor.core.publisher.Flux;

@Component
class RepublishAttendees implements Republishable {

    private final Attendees attendees;

    RepublishAttendees(Attendees attendees) {
        this.attendees = attendees;
    }

    @Override
    public String topic() {
        return IdentityMessages.ATTENDEES;
    }

    @Override
    public Flux<OutboxMessage> currentStates() {
        return attendees.currentStates().map(IdentityMessages::message);
    }
}
