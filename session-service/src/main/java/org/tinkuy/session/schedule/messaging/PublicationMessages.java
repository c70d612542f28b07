package org.tinkuy.session.schedule.messaging;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.session.schedule.PublicationRefusals;
import org.tinkuy.session.schedule.PublicationRefused;
import reactor.core.publisher.Mono;

@Component
class PublicationMessages implements PublicationRefusals {

    static final String TOPIC = "publications";

    private final Outbox outbox;

    PublicationMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> tell(PublicationRefused refused, Instant now) {
        return outbox.append(
                List.of(
                        new OutboxMessage(
                                TOPIC,
                                refused.id().toString(),
                                "publication-refused",
                                1,
                                now,
                                refused)));
    }
}
