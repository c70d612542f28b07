package org.tinkuy.session.importing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.session.publication.FindProgramme;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.PublishedSessions;
import org.tinkuy.session.schedule.Session;
import reactor.core.publisher.Mono;

/// What is published of a programme, for a file.
@Component
public class ExportProgramme {

    /// @param sessions those that take place: a file has no word for the others, and who reads it
    ///   must not take them for scheduled
    public record Exported(PublishedProgramme programme, List<Session> sessions) {

        public Exported {
            sessions = List.copyOf(sessions);
        }
    }

    private final FindProgramme findProgramme;
    private final PublishedSessions sessions;

    ExportProgramme(FindProgramme findProgramme, PublishedSessions sessions) {
        this.findProgramme = findProgramme;
        this.sessions = sessions;
    }

    /// Fails with [org.tinkuy.session.programme.UnknownProgramme].
    public Mono<Exported> export(String idOrSlug) {
        return findProgramme
                .byIdOrSlug(idOrSlug)
                .flatMap(programme ->
                        sessions.ofProgramme(programme.id())
                                .filter(session -> session.cancellation() == null)
                                .collectList()
                                .map(found -> new Exported(programme, found)));
    }
}
