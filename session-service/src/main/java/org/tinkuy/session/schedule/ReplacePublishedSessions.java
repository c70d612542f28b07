package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.Programme;
import reactor.core.publisher.Mono;

/// The step that all publications of sessions share, in the caller's transaction.
@Component
class ReplacePublishedSessions {

    private final PublishedSessions published;
    private final SessionPublication publication;
    private final TellOfProgramme tellOfProgramme;

    ReplacePublishedSessions(
            PublishedSessions published,
            SessionPublication publication,
            TellOfProgramme tellOfProgramme) {
        this.published = published;
        this.publication = publication;
        this.tellOfProgramme = tellOfProgramme;
    }

    /// @param programme as it is published
    Mono<List<SessionPublished>> with(List<Session> sessions, Programme programme, Instant now) {
        var states =
                sessions.stream().map(session -> SessionPublished.of(session, programme)).toList();
        return published
                .save(sessions)
                .then(publication.publish(states, now))
                .then(tellOfProgramme.tell(programme.id(), now))
                .thenReturn(states);
    }

    Mono<SessionPublished> with(Session session, Programme programme, Instant now) {
        return with(List.of(session), programme, now).map(List::getFirst);
    }
}
