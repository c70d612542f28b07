package org.tinkuy.session.schedule;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Takes a session out of what is published, and its draft away.
@Component
public class WithdrawSession {

    private final LockSession lockSession;
    private final Sessions sessions;
    private final PublishedSessions publishedSessions;
    private final SessionPublication publication;
    private final TellOfProgramme tellOfProgramme;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WithdrawSession(
            LockSession lockSession,
            Sessions sessions,
            PublishedSessions publishedSessions,
            SessionPublication publication,
            TellOfProgramme tellOfProgramme,
            TransactionalOperator transaction,
            Clock clock) {
        this.lockSession = lockSession;
        this.sessions = sessions;
        this.publishedSessions = publishedSessions;
        this.publication = publication;
        this.tellOfProgramme = tellOfProgramme;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Does nothing when it was withdrawn before.
    public Mono<Void> withdraw(SessionId id) {
        return lockSession
                .lock(id)
                .flatMap(found -> save(found.published().withdraw()))
                .onErrorResume(UnknownSession.class, _ -> sessions.remove(id))
                .as(transaction::transactional);
    }

    private Mono<Void> save(WithdrawnSession withdrawn) {
        var now = clock.instant();
        return sessions.remove(withdrawn.id())
                .then(publishedSessions.save(withdrawn, now))
                .then(publication.withdraw(withdrawn, now))
                .then(tellOfProgramme.tell(withdrawn.programmeId(), now));
    }
}
