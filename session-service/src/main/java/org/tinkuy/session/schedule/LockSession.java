package org.tinkuy.session.schedule;

import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Mono;

/// How whoever changes a session begins. The programme's draft is locked first, as when a session
/// is scheduled or the programme is published: no two plenaries can take the same time unseen, and
/// nothing is published over what was published meanwhile.
@Component
class LockSession {

    /// @param programme as it is published
    record Locked(Session draft, Session published, Programme programme) {}

    /// @param programme as it is published
    record LockedDraft(PendingSession pending, Programme programme) {}

    private final Programmes programmes;
    private final PublishedProgrammes publishedProgrammes;
    private final Sessions sessions;
    private final PublishedSessions publishedSessions;

    LockSession(
            Programmes programmes,
            PublishedProgrammes publishedProgrammes,
            Sessions sessions,
            PublishedSessions publishedSessions) {
        this.programmes = programmes;
        this.publishedProgrammes = publishedProgrammes;
        this.sessions = sessions;
        this.publishedSessions = publishedSessions;
    }

    /// Where the draft was taken away, what is published is it: whoever changes that wants it to
    /// stay. In the caller's transaction. Fails with [UnknownSession].
    Mono<Locked> lock(SessionId id) {
        return sessions.find(id)
                .switchIfEmpty(publishedSessions.find(id))
                .flatMap(session -> programmes.lock(session.programmeId()))
                .flatMap(programme -> publishedProgrammes.find(programme.id()))
                .map(PublishedProgramme::programme)
                .flatMap(programme ->
                        sessions.lock(id)
                                .switchIfEmpty(publishedSessions.find(id))
                                .zipWith(publishedSessions.find(id))
                                .map(both -> new Locked(both.getT1(), both.getT2(), programme)))
                .switchIfEmpty(Mono.error(UnknownSession::new));
    }

    /// Also of what is not published yet. In the caller's transaction. Fails with [UnknownSession]
    /// and [ProgrammeNotPublished].
    Mono<LockedDraft> lockDraft(SessionId id) {
        return sessions.find(id)
                .flatMap(session -> programmes.lock(session.programmeId()))
                .flatMap(programme ->
                        publishedProgrammes
                                .find(programme.id())
                                .switchIfEmpty(Mono.error(ProgrammeNotPublished::new)))
                .map(PublishedProgramme::programme)
                .flatMap(programme ->
                        sessions.lock(id)
                                .flatMap(draft -> pending(draft))
                                .map(pending -> new LockedDraft(pending, programme)))
                .switchIfEmpty(Mono.error(UnknownSession::new));
    }

    private Mono<PendingSession> pending(Session draft) {
        return publishedSessions
                .find(draft.id())
                .map(published -> new PendingSession(draft, published, 0))
                .switchIfEmpty(
                        publishedSessions
                                .withdrawnOf(draft.programmeId())
                                .filter(former -> former.id().equals(draft.id()))
                                .next()
                                .map(WithdrawnSession::version)
                                .defaultIfEmpty(0L)
                                .map(version -> new PendingSession(draft, null, version)));
    }
}
