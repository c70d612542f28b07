package org.tinkuy.session.schedule;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.FollowSessions;
import reactor.core.publisher.Mono;

/// Lets a programme's dates follow what became of its sessions.
@Component
class TellOfProgramme {

    private final PublishedSessions published;
    private final FollowSessions followSessions;

    TellOfProgramme(PublishedSessions published, FollowSessions followSessions) {
        this.published = published;
        this.followSessions = followSessions;
    }

    /// In the caller's transaction, which holds the programme's draft.
    Mono<Void> tell(ProgrammeId programme, Instant now) {
        return published
                .ofProgramme(programme)
                .collectList()
                .map(WhatSessionsSay::of)
                .flatMap(happening -> followSessions.follow(programme, happening, now));
    }
}
