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

    /// In the caller's transaction. Fails with [UnknownSession].
    Mono<Locked> lock(SessionId id) {
        return sessions.find(id)
                .flatMap(session -> programmes.lock(session.programmeId()))
                .flatMap(programme -> publishedProgrammes.find(programme.id()))
                .map(PublishedProgramme::programme)
                .flatMap(programme ->
                        sessions.lock(id)
                                .zipWith(publishedSessions.find(id))
                                .map(both -> new Locked(both.getT1(), both.getT2(), programme)))
                .switchIfEmpty(Mono.error(UnknownSession::new));
    }
}
