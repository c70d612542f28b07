package org.tinkuy.session.schedule;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.publication.Publications;
import reactor.core.publisher.Mono;

/// Takes a session out of what is published, and its draft away.
@Component
public class WithdrawSession {

    private final LockSession lockSession;
    private final Sessions sessions;
    private final WithdrawPublishedSessions withdraw;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WithdrawSession(
            LockSession lockSession,
            Sessions sessions,
            WithdrawPublishedSessions withdraw,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.lockSession = lockSession;
        this.sessions = sessions;
        this.withdraw = withdraw;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Does nothing when it was withdrawn before.
    ///
    /// @param by the organiser
    public Mono<Void> withdraw(SessionId id, UUID by) {
        return lockSession
                .lock(id)
                .flatMap(found -> save(found.published(), by))
                .onErrorResume(UnknownSession.class, _ -> sessions.remove(id))
                .as(transaction::transactional);
    }

    /// Whether it was published; its draft stays, to be published again. Fails with
    /// [SchedulingRefused.Cancelled]: people were told of that, and go on reading it.
    ///
    /// @param by the organiser
    public Mono<Boolean> unpublish(SessionId id, UUID by) {
        return lockSession
                .lock(id)
                .flatMap(found -> {
                    if (found.published().cancellation() != null) {
                        return Mono.error(new SchedulingRefused.Cancelled());
                    }
                    return save(found.published(), by)
                            .then(sessions.save(found.draft()))
                            .thenReturn(true);
                })
                .onErrorResume(UnknownSession.class, _ -> Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Void> save(Session published, UUID by) {
        var now = clock.instant();
        var programme = published.programmeId();
        var all = List.of(published);
        return sessions.remove(published.id())
                .then(withdraw.all(all, now))
                .then(withdraw.tell(programme, all, now))
                .then(publications.keep(programme, by, null, now));
    }
}
