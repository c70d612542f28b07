package org.tinkuy.session.schedule;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Changes how many seats a session has, and publishes it.
@Component
public class LimitSeats {

    private final Programmes programmes;
    private final Sessions sessions;
    private final SessionPublication publication;
    private final TransactionalOperator transaction;
    private final Clock clock;

    LimitSeats(
            Programmes programmes,
            Sessions sessions,
            SessionPublication publication,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.publication = publication;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param capacity `null`: no limit
    public Mono<SessionPublished> limit(SessionId id, @Nullable Capacity capacity) {
        return sessions.lock(id)
                .switchIfEmpty(Mono.error(UnknownSession::new))
                .flatMap(session ->
                        programmes
                                .find(session.programmeId())
                                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                                .flatMap(programme -> save(session.limitedTo(capacity), programme)))
                .as(transaction::transactional);
    }

    private Mono<SessionPublished> save(Session session, Programme programme) {
        return sessions.save(session)
                .then(publication.publish(session, programme, clock.instant()))
                .thenReturn(SessionPublished.of(session, programme));
    }
}
