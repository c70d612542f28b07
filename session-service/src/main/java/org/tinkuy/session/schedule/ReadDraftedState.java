package org.tinkuy.session.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.publication.AllDrafts;
import org.tinkuy.session.publication.Happening;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Mono;

/// Drafts beside what is published, in the caller's transaction.
@Component
class ReadDraftedState {

    private final AllDrafts drafts;
    private final PublishedProgrammes published;
    private final Sessions sessions;
    private final PublishedSessions publishedSessions;
    private final ReadEngagements readEngagements;

    ReadDraftedState(
            AllDrafts drafts,
            PublishedProgrammes published,
            Sessions sessions,
            PublishedSessions publishedSessions,
            ReadEngagements readEngagements) {
        this.drafts = drafts;
        this.published = published;
        this.sessions = sessions;
        this.publishedSessions = publishedSessions;
        this.readEngagements = readEngagements;
    }

    Mono<DraftedState> of(Programme programme) {
        return Mono.zip(
                        published
                                .find(programme.id())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()),
                        sessions.ofProgramme(programme.id()).collectList(),
                        publishedSessions
                                .ofProgramme(programme.id())
                                .collect(Collectors.toMap(Session::id, session -> session)),
                        readEngagements.elsewhere(programme.id()),
                        withdrawn(programme))
                .flatMap(found -> {
                    var before = found.getT1();
                    var sessions =
                            new SessionsToPublish(
                                    programme,
                                    before.map(PublishedProgramme::programme).orElse(null),
                                    beside(found.getT2(), found.getT3(), found.getT5()),
                                    found.getT4());
                    return drafts.of(programme, happening(programme, found.getT2(), before))
                            .map(drafted ->
                                    new DraftedState(
                                            drafted,
                                            before.orElse(null),
                                            sessions,
                                            leaving(found.getT2(), found.getT3())));
                });
    }

    private Mono<Map<SessionId, Long>> withdrawn(Programme programme) {
        return publishedSessions
                .withdrawnOf(programme.id())
                .collectMap(WithdrawnSession::id, WithdrawnSession::version);
    }

    private static Happening happening(
            Programme programme, List<Session> drafts, Optional<PublishedProgramme> published) {
        var now = WhatSessionsSay.of(drafts);
        return published.map(before -> now.remembering(before.happening(), programme)).orElse(now);
    }

    private static List<PendingSession> beside(
            List<Session> drafts,
            Map<SessionId, Session> published,
            Map<SessionId, Long> withdrawn) {
        return drafts.stream()
                .map(draft -> PendingSession.of(draft, published, withdrawn))
                .toList();
    }

    private static List<Session> leaving(List<Session> drafts, Map<SessionId, Session> published) {
        var staying = drafts.stream().map(Session::id).collect(Collectors.toSet());
        return published.values().stream()
                .filter(session -> !staying.contains(session.id()))
                .sorted(Comparator.comparing(session -> session.id().value()))
                .toList();
    }
}
