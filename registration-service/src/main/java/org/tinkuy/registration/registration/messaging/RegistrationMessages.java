package org.tinkuy.registration.registration.messaging;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.registration.registration.Announcements;
import org.tinkuy.registration.seats.RegistrationEvent;
import org.tinkuy.registration.seats.Words;
import reactor.core.publisher.Mono;

/// Writes events as the messages of `contracts/registrations`.
@Component
class RegistrationMessages implements Announcements {

    static final String TOPIC = "registrations";

    private final Outbox outbox;

    RegistrationMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> announce(List<RegistrationEvent> events, Instant now) {
        return events.isEmpty()
                ? Mono.empty()
                : outbox.append(events.stream().map(event -> message(event, now)).toList());
    }

    static OutboxMessage message(RegistrationEvent event, Instant time) {
        return new OutboxMessage(
                        TOPIC,
                        event.after().place().id().value().toString(),
                        "registration-" + Words.of(event.kind()),
                        event.after().version(),
                        time,
                        RegistrationState.of(event))
                .causedBy(event.traceparent());
    }
}
