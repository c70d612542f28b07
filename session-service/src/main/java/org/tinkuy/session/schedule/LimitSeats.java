package org.tinkuy.session.schedule;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.publication.Publications;
import reactor.core.publisher.Mono;

/// Changes how many seats a session has, and publishes that and nothing else of the draft.
@Component
public class LimitSeats {

    private final LockSession lockSession;
    private final Sessions sessions;
    private final ReplacePublishedSessions publish;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    LimitSeats(
            LockSession lockSession,
            Sessions sessions,
            ReplacePublishedSessions publish,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.lockSession = lockSession;
        this.sessions = sessions;
        this.publish = publish;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownSession].
    ///
    /// @param capacity `null`: no limit
    /// @param by the organiser
    public Mono<SessionPublished> limit(SessionId id, @Nullable Capacity capacity, UUID by) {
        var now = clock.instant();
        return lockSession
                .lock(id)
                .flatMap(found ->
                        sessions.save(found.draft().limitedTo(capacity))
                                .then(
                                        publish.with(
                                                found.published().limitedTo(capacity),
                                                found.programme(),
                                                now))
                                .delayUntil(_ ->
                                        publications.keep(found.programme().id(), by, null, now)))
                .as(transaction::transactional);
    }
}
