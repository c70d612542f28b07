package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.schedule.LockSession.Locked;
import reactor.core.publisher.Mono;

/// Moves and cancels sessions, writes down who did it, and publishes that and nothing else of the
/// draft, all in one transaction.
@Component
public class ChangeSession {

    private final LockSession lockSession;
    private final Sessions sessions;
    private final ReadOthers readOthers;
    private final ScheduleChanges changes;
    private final ReplacePublishedSessions publish;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ChangeSession(
            LockSession lockSession,
            Sessions sessions,
            ReadOthers readOthers,
            ScheduleChanges changes,
            ReplacePublishedSessions publish,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.lockSession = lockSession;
        this.sessions = sessions;
        this.readOthers = readOthers;
        this.changes = changes;
        this.publish = publish;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A move to where the session is already changes nothing and tells nobody. Fails with
    /// [SchedulingRefused], [SessionChanged] and [UnknownSession].
    ///
    /// @param version of the published session that the organiser saw
    /// @param by the organiser
    public Mono<SessionPublished> move(
            SessionId id, long version, Session.Move move, Insistence insistence, UUID by) {
        var now = clock.instant();
        return lockSession
                .lock(id)
                .flatMap(found -> {
                    var before = found.published();
                    var programme = found.programme();
                    if (before.version() != version) {
                        return Mono.error(new SessionChanged());
                    }
                    if (before.isAt(move)) {
                        return Mono.just(SessionPublished.of(before, programme));
                    }
                    return readOthers
                            .of(before.at(move), programme)
                            .map(others -> before.movedTo(move, programme, others, insistence, now))
                            .flatMap(after -> save(found, found.draft().at(move), after, by, now));
                })
                .as(transaction::transactional);
    }

    /// Tells nobody when it was cancelled before, but takes back that it was to take place after
    /// all. Fails with [UnknownSession].
    ///
    /// @param reason what people read; `null`: none
    /// @param by the organiser
    public Mono<SessionPublished> cancel(SessionId id, @Nullable TextByLanguage reason, UUID by) {
        var now = clock.instant();
        return lockSession
                .lock(id)
                .flatMap(found -> {
                    var before = found.published();
                    if (before.cancellation() != null) {
                        return keepCancelled(found)
                                .thenReturn(SessionPublished.of(before, found.programme()));
                    }
                    return save(
                            found,
                            found.draft().cancelled(reason, now),
                            new Session.Allowed(before.cancelled(reason, now), Map.of()),
                            by,
                            now);
                })
                .as(transaction::transactional);
    }

    /// It was to take place after all, and nobody was told so yet.
    private Mono<Void> keepCancelled(Locked found) {
        return found.draft().cancellation() == null
                ? sessions.save(found.draft().cancelledAs(found.published()))
                : Mono.empty();
    }

    private Mono<SessionPublished> save(
            Locked found, Session draft, Session.Allowed after, UUID by, Instant now) {
        var programme = found.programme();
        var from = Whereabouts.of(found.published(), programme);
        var change = ScheduleChange.of(from, after, programme, now, by);
        return sessions.save(draft)
                .then(changes.add(change))
                .then(publish.with(after.session(), programme, now))
                .delayUntil(_ -> publications.keep(programme.id(), by, null, now));
    }
}
