package org.tinkuy.session.schedule;

import java.time.Clock;
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

    /// @param regardless of the programme's policies
    public Mono<SessionPublished> schedule(
            ProgrammeId programme, Session.Draft draft, boolean regardless) {
        return programmes
                .find(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(found -> add(draft, found, regardless))
                .as(transaction::transactional);
    }

    private Mono<SessionPublished> add(
            Session.Draft draft, Programme programme, boolean regardless) {
        var session = Session.schedule(SessionId.next(), draft, programme, regardless);
        return sessions.add(session)
                .then(publication.publish(session, programme, clock.instant()))
                .thenReturn(SessionPublished.of(session, programme));
    }
}
