package org.tinkuy.session.schedule.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionPublication;
import org.tinkuy.session.schedule.SessionPublished;
import org.tinkuy.session.schedule.Sessions;
import org.tinkuy.session.schedule.WithdrawnSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class SessionMessages implements SessionPublication, Republishable {

    static final String TOPIC = "sessions";

    private final Programmes programmes;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Clock clock;

    SessionMessages(Programmes programmes, Sessions sessions, Outbox outbox, Clock clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> publish(Session session, Programme programme, Instant now) {
        return outbox.append(List.of(published(session, programme, now)));
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
                programmes.all().concatMap(this::currentStates),
                sessions.allWithdrawn().map(session -> tombstone(session, clock.instant())));
    }

    private Flux<OutboxMessage> currentStates(Programme programme) {
        return sessions.ofProgramme(programme.id())
                .map(session -> published(session, programme, clock.instant()));
    }

    private static OutboxMessage published(Session session, Programme programme, Instant now) {
        return message(
                session.id(), session.version(), now, SessionPublished.of(session, programme));
    }

    private static OutboxMessage tombstone(WithdrawnSession session, Instant now) {
        return message(session.id(), session.version(), now, null);
    }

    private static OutboxMessage message(
            SessionId id, long version, Instant now, @Nullable SessionPublished state) {
        return new OutboxMessage(
                TOPIC, id.value().toString(), "session-published", version, now, state);
    }
}
