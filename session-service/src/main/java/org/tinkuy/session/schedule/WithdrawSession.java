package org.tinkuy.session.schedule;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Takes a session out of what is published.
@Component
public class WithdrawSession {

    private final Sessions sessions;
    private final SessionPublication publication;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WithdrawSession(
            Sessions sessions,
            SessionPublication publication,
            TransactionalOperator transaction,
            Clock clock) {
        this.sessions = sessions;
        this.publication = publication;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Does nothing when it was withdrawn before.
    public Mono<Void> withdraw(SessionId id) {
        return sessions.lock(id)
                .map(Session::withdraw)
                .flatMap(withdrawn ->
                        sessions.save(withdrawn)
                                .then(publication.withdraw(withdrawn, clock.instant())))
                .as(transaction::transactional);
    }
}
