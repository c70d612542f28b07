package org.tinkuy.registration.registration.messaging;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.registration.registration.RegistrationLists;
import org.tinkuy.registration.seats.Outcome.Standing;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent;
import org.tinkuy.registration.seats.RegistrationEvent.Kind;
import org.tinkuy.registration.seats.RegistrationId;
import reactor.core.publisher.Flux;

/// Every registration as it stands. Which others were decided by the same act is not kept: each
/// stands for itself.
@Component
class RepublishRegistrations implements Republishable {

    private final RegistrationLists lists;

    RepublishRegistrations(RegistrationLists lists) {
        this.lists = lists;
    }

    @Override
    public String topic() {
        return RegistrationMessages.TOPIC;
    }

    @Override
    public Flux<OutboxMessage> currentStates() {
        return lists.everything().map(RepublishRegistrations::message);
    }

    private static OutboxMessage message(Standing standing) {
        var registration = standing.registration();
        var kind = kind(registration);
        var together =
                kind == Kind.REQUESTED
                        ? List.<RegistrationId>of()
                        : List.of(registration.place().id());
        var event = new RegistrationEvent(kind, registration, standing.position(), together, null);
        return RegistrationMessages.message(event, since(registration));
    }

    private static Kind kind(Registration registration) {
        return switch (registration) {
            case Pending _ -> Kind.REQUESTED;
            case Confirmed it -> it.waitlistedAt() == null ? Kind.CONFIRMED : Kind.PROMOTED;
            case Waitlisted _ -> Kind.WAITLISTED;
            case Lapsed _ -> Kind.LAPSED;
            case Cancelled _ -> Kind.CANCELLED;
        };
    }

    private static Instant since(Registration registration) {
        return switch (registration) {
            case Pending it -> it.requestedAt();
            case Confirmed it -> it.confirmedAt();
            case Waitlisted it -> it.waitlistedAt();
            case Lapsed it -> it.lapsedAt();
            case Cancelled it -> it.cancelledAt();
        };
    }
}
