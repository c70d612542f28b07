package org.tinkuy.session.schedule;

import org.springframework.stereotype.Component;
import org.tinkuy.session.publication.FindProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The published schedule.
@Component
public class FindSessions {

    private final FindProgramme findProgramme;
    private final PublishedProgrammes programmes;
    private final PublishedSessions sessions;

    FindSessions(
            FindProgramme findProgramme,
            PublishedProgrammes programmes,
            PublishedSessions sessions) {
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
                                .map(programme ->
                                        SessionPublished.of(session, programme.programme())))
                .switchIfEmpty(Mono.error(UnknownSession::new));
    }

    /// Fails with [org.tinkuy.session.programme.UnknownProgramme].
    public Flux<SessionPublished> ofProgramme(String idOrSlug) {
        return findProgramme
                .byIdOrSlug(idOrSlug)
                .flatMapMany(programme ->
                        sessions.ofProgramme(programme.id())
                                .map(session ->
                                        SessionPublished.of(session, programme.programme())));
    }
}
