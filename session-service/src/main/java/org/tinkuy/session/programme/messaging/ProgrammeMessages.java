package org.tinkuy.session.programme.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammePublication;
import org.tinkuy.session.programme.ProgrammePublished;
import org.tinkuy.session.programme.Programmes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class ProgrammeMessages implements ProgrammePublication, Republishable {

    static final String TOPIC = "programmes";

    private final Programmes programmes;
    private final Outbox outbox;
    private final Clock clock;

    ProgrammeMessages(Programmes programmes, Outbox outbox, Clock clock) {
        this.programmes = programmes;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> publish(Programme programme, Instant now) {
        return outbox.append(List.of(message(programme, now)));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Flux<OutboxMessage> currentStates() {
        return programmes.all().map(programme -> message(programme, clock.instant()));
    }

    private static OutboxMessage message(Programme programme, Instant now) {
        return new OutboxMessage(
                TOPIC,
                programme.id().value().toString(),
                "programme-published",
                programme.version(),
                now,
                ProgrammePublished.of(programme));
    }
}
