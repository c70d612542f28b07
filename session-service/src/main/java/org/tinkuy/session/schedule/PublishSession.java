package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.schedule.LockSession.Locked;
import reactor.core.publisher.Mono;

/// Publishes the draft of a session, and writes down who did it.
@Component
public class PublishSession {

    private final LockSession lockSession;
    private final PublishedSessions publishedSessions;
    private final ScheduleChanges changes;
    private final ReplacePublishedSessions publish;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PublishSession(
            LockSession lockSession,
            PublishedSessions publishedSessions,
            ScheduleChanges changes,
            ReplacePublishedSessions publish,
            TransactionalOperator transaction,
            Clock clock) {
        this.lockSession = lockSession;
        this.publishedSessions = publishedSessions;
        this.changes = changes;
        this.publish = publish;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Tells nobody where the draft says what is published. Fails with [UnknownSession],
    /// [DraftChanged] and [SchedulingRefused].
    ///
    /// @param version of the draft that the organiser saw
    /// @param by the organiser
    public Mono<SessionPublished> publish(
            SessionId id, long version, Insistence insistence, UUID by) {
        var now = clock.instant();
        return lockSession
                .lock(id)
                .flatMap(found -> {
                    if (found.draft().version() != version) {
                        return Mono.error(new DraftChanged());
                    }
                    if (found.published().texts().equals(found.draft().texts())) {
                        return Mono.just(SessionPublished.of(found.published(), found.programme()));
                    }
                    return replace(found, insistence, by, now);
                })
                .as(transaction::transactional);
    }

    private Mono<SessionPublished> replace(
            Locked found, Insistence insistence, UUID by, Instant now) {
        var programme = found.programme();
        return publishedSessions
                .ofProgramme(programme.id())
                .collectList()
                .map(others ->
                        found.published()
                                .saying(found.draft().texts(), programme, others, insistence))
                .flatMap(after ->
                        changes.add(
                                        ScheduleChange.between(
                                                found.published(), after, programme, now, by))
                                .then(publish.with(after.session(), programme, now)));
    }
}
