package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.schedule.LockSession.LockedDraft;
import reactor.core.publisher.Mono;

/// Publishes the draft of a session, and writes down who did it.
@Component
public class PublishSession {

    private final LockSession lockSession;
    private final ReadOthers readOthers;
    private final ScheduleChanges changes;
    private final ReplacePublishedSessions publish;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PublishSession(
            LockSession lockSession,
            ReadOthers readOthers,
            ScheduleChanges changes,
            ReplacePublishedSessions publish,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.lockSession = lockSession;
        this.readOthers = readOthers;
        this.changes = changes;
        this.publish = publish;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Tells nobody where the draft says what is published. Fails with [UnknownSession],
    /// [ProgrammeNotPublished], [DraftChanged] and [SchedulingRefused].
    ///
    /// @param version of the draft that the organiser saw
    /// @param by the organiser
    public Mono<SessionPublished> publish(
            SessionId id, long version, Insistence insistence, UUID by) {
        var now = clock.instant();
        return lockSession
                .lockDraft(id)
                .flatMap(found -> {
                    var pending = found.pending();
                    if (pending.draft().version() != version) {
                        return Mono.error(new DraftChanged());
                    }
                    var before = pending.before();
                    return before == null || pending.isPending()
                            ? replace(found, insistence, by, now)
                            : Mono.just(SessionPublished.of(before, found.programme()));
                })
                .as(transaction::transactional);
    }

    private Mono<SessionPublished> replace(
            LockedDraft found, Insistence insistence, UUID by, Instant now) {
        var programme = found.programme();
        var pending = found.pending();
        var after = pending.after(programme);
        return readOthers
                .of(after, programme)
                .map(others ->
                        new Session.Allowed(
                                after,
                                pending.objectionsTo(after, programme, programme, others, now)
                                        .refuseUnless(insistence)))
                .flatMap(allowed ->
                        publish.with(allowed.session(), programme, now)
                                .delayUntil(_ -> written(pending, allowed, programme, by, now)))
                .delayUntil(_ -> publications.keep(programme.id(), by, null, now));
    }

    private Mono<Void> written(
            PendingSession pending,
            Session.Allowed after,
            Programme programme,
            UUID by,
            Instant now) {
        return Mono.justOrEmpty(pending.change(after, programme, programme, now, by))
                .flatMap(changes::add);
    }
}
