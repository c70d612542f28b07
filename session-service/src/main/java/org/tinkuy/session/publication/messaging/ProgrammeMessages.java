package org.tinkuy.session.publication.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.ProgrammePublication;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.publication.TooMuchToPublish;
import org.tinkuy.session.publication.WithdrawnProgramme;
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
    public Mono<Void> withdraw(WithdrawnProgramme programme, Instant now) {
        return outbox.append(List.of(tombstone(programme, now)));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    /// Tombstones too: a consumer may not have seen them before the topic was lost.
    @Override
    public Flux<OutboxMessage> currentStates() {
        return Flux.concat(
                programmes.all().map(programme -> message(programme, clock.instant())),
                programmes.allWithdrawn().map(programme -> tombstone(programme, clock.instant())));
    }

    private static OutboxMessage message(PublishedProgramme programme, Instant now) {
        return message(programme.id(), programme.version(), now, ProgrammePublished.of(programme));
    }

    private static OutboxMessage tombstone(WithdrawnProgramme programme, Instant now) {
        return message(programme.id(), programme.version(), now, null);
    }

    private static OutboxMessage message(
            ProgrammeId id, long version, Instant now, @Nullable ProgrammePublished state) {
        return new OutboxMessage(
                TOPIC, id.value().toString(), "programme-published", version, now, state);
    }
}
