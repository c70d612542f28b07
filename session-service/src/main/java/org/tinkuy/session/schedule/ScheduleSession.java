package org.tinkuy.session.schedule;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Adds a session to a programme and publishes it.
@Component
public class ScheduleSession {

    private final Programmes programmes;
    private final Sessions sessions;
    private final SessionPublication publication;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ScheduleSession(
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

    /// Plenaries of one programme are scheduled one after the other, so that no two overlap unseen.
    ///
    /// @param exemption `null`: policies and conflicts hold
    public Mono<SessionPublished> schedule(
            ProgrammeId programme, Session.Draft draft, @Nullable Exemption exemption) {
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(found -> add(draft, found, exemption))
                .as(transaction::transactional);
    }

    private Mono<SessionPublished> add(
            Session.Draft draft, Programme programme, @Nullable Exemption exemption) {
        return sessions.ofProgramme(programme.id())
                .collectList()
                .map(others ->
                        Session.schedule(SessionId.next(), draft, programme, others, exemption))
                .flatMap(session ->
                        sessions.add(session)
                                .then(publication.publish(session, programme, clock.instant()))
                                .thenReturn(SessionPublished.of(session, programme)));
    }
}
