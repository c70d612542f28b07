package org.tinkuy.session.publication.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.session.publication.ProgrammePublication;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.publication.TooMuchToPublish;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class ProgrammeMessages implements ProgrammePublication, Republishable {

    static final String TOPIC = "programmes";

    private final PublishedProgrammes programmes;
    private final Outbox outbox;
    private final Clock clock;

    ProgrammeMessages(PublishedProgrammes programmes, Outbox outbox, Clock clock) {
        this.programmes = programmes;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> publish(PublishedProgramme programme, Instant now) {
        return outbox.append(List.of(message(programme, now)))
                // The outbox refuses what the broker would not take.
                .onErrorMap(
                        IllegalArgumentException.class,
                        _ -> new TooMuchToPublish(programme.programme().slug()));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Flux<OutboxMessage> currentStates() {
        return programmes.all().map(programme -> message(programme, clock.instant()));
    }

    private static OutboxMessage message(PublishedProgramme programme, Instant now) {
        return new OutboxMessage(
                TOPIC,
                programme.id().value().toString(),
                "programme-published",
                programme.version(),
                now,
                ProgrammePublished.of(programme));
    }
}
