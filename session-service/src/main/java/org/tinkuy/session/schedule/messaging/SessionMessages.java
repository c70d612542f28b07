package org.tinkuy.session.schedule.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.schedule.PublishedSessions;
import org.tinkuy.session.schedule.SessionPublication;
import org.tinkuy.session.schedule.SessionPublished;
import org.tinkuy.session.schedule.WithdrawnSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class SessionMessages implements SessionPublication, Republishable {

    static final String TOPIC = "sessions";

    private final PublishedProgrammes programmes;
    private final PublishedSessions sessions;
    private final Outbox outbox;
    private final Clock clock;

    SessionMessages(
            PublishedProgrammes programmes,
            PublishedSessions sessions,
            Outbox outbox,
            Clock clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> publish(List<SessionPublished> states, Instant now) {
        return outbox.append(states.stream().map(state -> published(state, now)).toList());
    }

    @Override
    public Mono<Void> withdraw(WithdrawnSession session, Instant now) {
        return outbox.append(List.of(tombstone(session, now)));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    /// Tombstones too: a consumer may not have seen them before the topic was lost.
    @Override
    public Flux<OutboxMessage> currentStates() {
        return Flux.concat(
                programmes.all().map(PublishedProgramme::programme).concatMap(this::currentStates),
                sessions.allWithdrawn().map(session -> tombstone(session, clock.instant())));
    }

    private Flux<OutboxMessage> currentStates(Programme programme) {
        return sessions.ofProgramme(programme.id())
                .map(session -> SessionPublished.of(session, programme))
                .map(state -> published(state, clock.instant()));
    }

    private static OutboxMessage published(SessionPublished state, Instant now) {
        return message(state.id(), state.version(), now, state);
    }

    private static OutboxMessage tombstone(WithdrawnSession session, Instant now) {
        return message(session.id().value(), session.version(), now, null);
    }

    private static OutboxMessage message(
            UUID id, long version, Instant now, @Nullable SessionPublished state) {
        return new OutboxMessage(TOPIC, id.toString(), "session-published", version, now, state);
    }
}
