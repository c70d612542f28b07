package org.tinkuy.session.schedule;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Begins and changes what organisers say of a session. No rule forbids a draft, and nobody is told
/// before it is published.
@Component
public class ChangeSessionDraft {

    private final Programmes programmes;
    private final Sessions sessions;
    private final PublishedSessions publishedSessions;
    private final KnownSpeakers knownSpeakers;
    private final TransactionalOperator transaction;

    ChangeSessionDraft(
            Programmes programmes,
            Sessions sessions,
            PublishedSessions publishedSessions,
            KnownSpeakers knownSpeakers,
            TransactionalOperator transaction) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.publishedSessions = publishedSessions;
        this.knownSpeakers = knownSpeakers;
        this.transaction = transaction;
    }

    /// Fails with [UnknownProgramme], [TooManySessions], [SchedulingRefused.UnknownEvent],
    /// [SchedulingRefused.UnknownSpeakers] and, where there is or was a session of that id,
    /// [DraftChanged].
    public Mono<Session> begin(ProgrammeId programme, SessionId id, SessionPlan plan) {
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .delayUntil(draft -> knownSpeakers.require(programme, plan.people()))
                .flatMap(draft -> withRoom(draft).thenReturn(Session.planned(id, plan, draft)))
                .filterWhen(
                        session -> publishedSessions.wasPublished(session.id()).map(was -> !was))
                .filterWhen(sessions::addNew)
                .switchIfEmpty(Mono.error(DraftChanged::new))
                .as(transaction::transactional);
    }

    private Mono<Void> withRoom(Programme programme) {
        return sessions.count(programme.id())
                .flatMap(count ->
                        count < Bounds.MOST_SESSIONS
                                ? Mono.empty()
                                : Mono.error(new TooManySessions(programme.slug())));
    }

    /// Fails with [UnknownSession], [SchedulingRefused.UnknownEvent],
    /// [SchedulingRefused.UnknownSpeakers], [DraftChanged] and, where what is cancelled would move,
    /// [SchedulingRefused.Cancelled].
    ///
    /// @param version of the draft that the organiser saw; not [Draft#NOT_BEGUN]
    public Mono<Session> change(SessionId id, long version, SessionPlan plan) {
        return sessions.find(id)
                .flatMap(session -> programmes.lock(session.programmeId()))
                .flatMap(programme ->
                        sessions.lock(id)
                                .delayUntil(
                                        _ -> knownSpeakers.require(programme.id(), plan.people()))
                                .map(session -> {
                                    if (session.version() != version) {
                                        throw new DraftChanged();
                                    }
                                    if (!session.allowedOf(plan).equals(plan)) {
                                        throw new SchedulingRefused.Cancelled();
                                    }
                                    return session.stating(plan, programme);
                                }))
                .switchIfEmpty(Mono.error(UnknownSession::new))
                .flatMap(changed -> sessions.save(changed).thenReturn(changed))
                .as(transaction::transactional);
    }
}
