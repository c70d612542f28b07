package org.tinkuy.session.schedule;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.schedule.LockSession.Locked;
import reactor.core.publisher.Mono;

/// Drafts that a cancelled session takes place after all. Everybody is told when that is published,
/// as of any draft, and the rules are held against it then as against a new session.
@Component
public class ReinstateSession {

    private final LockSession lockSession;
    private final Sessions sessions;
    private final TransactionalOperator transaction;

    ReinstateSession(
            LockSession lockSession, Sessions sessions, TransactionalOperator transaction) {
        this.lockSession = lockSession;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /// The draft; changes nothing where it takes place. Fails with [UnknownSession].
    public Mono<Session> reinstate(SessionId id) {
        return lockSession
                .lock(id)
                .map(Locked::draft)
                .flatMap(draft ->
                        draft.cancellation() == null
                                ? Mono.just(draft)
                                : Mono.just(draft.reinstated()).delayUntil(sessions::save))
                .as(transaction::transactional);
    }
}
