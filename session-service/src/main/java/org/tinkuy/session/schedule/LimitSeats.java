package org.tinkuy.session.schedule;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Changes how many seats a session has, and publishes that and nothing else of the draft.
@Component
public class LimitSeats {

    private final LockSession lockSession;
    private final Sessions sessions;
    private final ReplacePublishedSessions publish;
    private final TransactionalOperator transaction;
    private final Clock clock;

    LimitSeats(
            LockSession lockSession,
            Sessions sessions,
            ReplacePublishedSessions publish,
            TransactionalOperator transaction,
            Clock clock) {
        this.lockSession = lockSession;
        this.sessions = sessions;
        this.publish = publish;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownSession].
    ///
    /// @param capacity `null`: no limit
    public Mono<SessionPublished> limit(SessionId id, @Nullable Capacity capacity) {
        return lockSession
                .lock(id)
                .flatMap(found ->
                        sessions.save(found.draft().limitedTo(capacity))
                                .then(
                                        publish.with(
                                                found.published().limitedTo(capacity),
                                                found.programme(),
                                                clock.instant())))
                .as(transaction::transactional);
    }
}
