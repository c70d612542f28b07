package org.tinkuy.session.schedule;

import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.FindProgramme;
import org.tinkuy.session.programme.Programmes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The published schedule.
@Component
public class FindSessions {

    private final FindProgramme findProgramme;
    private final Programmes programmes;
    private final Sessions sessions;

    FindSessions(FindProgramme findProgramme, Programmes programmes, Sessions sessions) {
        this.findProgramme = findProgramme;
        this.programmes = programmes;
        this.sessions = sessions;
    }

    /// Fails with [UnknownSession].
    public Mono<SessionPublished> byId(SessionId id) {
        return sessions.find(id)
                .flatMap(session ->
                        programmes
                                .find(session.programmeId())
                                .map(programme -> SessionPublished.of(session, programme)))
                .switchIfEmpty(Mono.error(UnknownSession::new));
    }

    /// Fails with [org.tinkuy.session.programme.UnknownProgramme].
    public Flux<SessionPublished> ofProgramme(String idOrSlug) {
        return findProgramme
                .byIdOrSlug(idOrSlug)
                .flatMapMany(programme ->
                        sessions.ofProgramme(programme.id())
                                .map(session -> SessionPublished.of(session, programme)));
    }
}
