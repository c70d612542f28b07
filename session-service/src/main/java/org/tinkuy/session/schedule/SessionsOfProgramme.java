package org.tinkuy.session.schedule;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.publication.Heirs;
import reactor.core.publisher.Mono;

/// Publishes those sessions again of which people would read something else, because their
/// programme or their event says something else.
@Component
class SessionsOfProgramme implements Heirs {

    private final PublishedSessions publishedSessions;
    private final ReplacePublishedSessions publish;

    SessionsOfProgramme(PublishedSessions publishedSessions, ReplacePublishedSessions publish) {
        this.publishedSessions = publishedSessions;
        this.publish = publish;
    }

    @Override
    public Mono<Void> publishAgain(Programme before, Programme after, Instant now) {
        return publishedSessions
                .ofProgramme(after.id())
                .filter(session ->
                        !SessionPublished.of(session, after)
                                .equals(SessionPublished.of(session, before)))
                .map(Session::again)
                .collectList()
                .flatMap(sessions -> publish.with(sessions, after, now))
                .then();
    }
}
