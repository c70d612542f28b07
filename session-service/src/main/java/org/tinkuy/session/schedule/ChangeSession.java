package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Moves and cancels sessions, writes down who did it, and publishes the new state, all in one
/// transaction.
///
/// The programme's row is locked first, as when a session is scheduled: no two plenaries can move
/// to the same time unseen.
@Component
public class ChangeSession {

    private final Programmes programmes;
    private final Sessions sessions;
    private final ScheduleChanges changes;
    private final SessionPublication publication;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ChangeSession(
            Programmes programmes,
            Sessions sessions,
            ScheduleChanges changes,
            SessionPublication publication,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.changes = changes;
        this.publication = publication;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A move to where the session is already changes nothing and tells nobody. Fails with
    /// [SchedulingRefused], [SessionChanged] and [UnknownSession].
    ///
    /// @param version of the session that the organiser saw
    /// @param exemption `null`: policies and conflicts hold
    /// @param by the organiser
    public Mono<SessionPublished> move(
            SessionId id, long version, Session.Move move, @Nullable Exemption exemption, UUID by) {
        var now = clock.instant();
        return locked(id)
                .flatMap(found -> {
                    var before = found.session();
                    if (before.version() != version) {
                        return Mono.error(new SessionChanged());
                    }
                    if (before.isAt(move)) {
                        return Mono.just(SessionPublished.of(before, found.programme()));
                    }
                    return sessions.ofProgramme(before.programmeId())
                            .collectList()
                            .map(others ->
                                    before.movedTo(move, found.programme(), others, exemption, now))
                            .flatMap(after ->
                                    save(
                                            new Found(after, found.programme()),
                                            ScheduleChange.to(after, now, by, exemption),
                                            now));
                })
                .as(transaction::transactional);
    }

    /// Does nothing when it was cancelled before. Fails with [UnknownSession].
    ///
    /// @param reason what people read; `null`: none
    /// @param by the organiser
    public Mono<SessionPublished> cancel(SessionId id, @Nullable TextByLanguage reason, UUID by) {
        var now = clock.instant();
        return locked(id)
                .flatMap(found -> {
                    if (found.session().cancellation() != null) {
                        return Mono.just(SessionPublished.of(found.session(), found.programme()));
                    }
                    var after = found.session().cancelled(reason, now);
                    return save(
                            new Found(after, found.programme()),
                            ScheduleChange.to(after, now, by, null),
                            now);
                })
                .as(transaction::transactional);
    }

    private record Found(Session session, Programme programme) {}

    private Mono<Found> locked(SessionId id) {
        return sessions.find(id)
                .switchIfEmpty(Mono.error(UnknownSession::new))
                .flatMap(session ->
                        programmes
                                .lock(session.programmeId())
                                .switchIfEmpty(Mono.error(UnknownProgramme::new)))
                .flatMap(programme ->
                        sessions.lock(id)
                                .switchIfEmpty(Mono.error(UnknownSession::new))
                                .map(session -> new Found(session, programme)));
    }

    private Mono<SessionPublished> save(Found after, ScheduleChange change, Instant now) {
        return sessions.save(after.session())
                .then(changes.add(change))
                .then(publication.publish(after.session(), after.programme(), now))
                .thenReturn(SessionPublished.of(after.session(), after.programme()));
    }
}
