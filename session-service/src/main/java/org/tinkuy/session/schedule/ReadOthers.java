package org.tinkuy.session.schedule;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.Programme;
import reactor.core.publisher.Mono;

/// What is published and could be in the way of one session: however many others there are, those
/// near it are read that it shares somebody with or that are plenaries as it is.
@Component
class ReadOthers {

    private final PublishedSessions sessions;
    private final ReadEngagements readEngagements;

    ReadOthers(PublishedSessions sessions, ReadEngagements readEngagements) {
        this.sessions = sessions;
        this.readEngagements = readEngagements;
    }

    /// In the caller's transaction.
    ///
    /// @param session as it is to become
    Mono<Others> of(Session session, Programme programme) {
        return Nearby.of(session, programme)
                .map(near -> read(session, programme, near))
                .orElseGet(() -> Mono.just(Others.of(programme, List.of())));
    }

    private Mono<Others> read(Session session, Programme programme, Nearby near) {
        return sessions.inTheWayOf(session, near)
                .collectList()
                .zipWith(readEngagements.elsewhere(programme.id(), session.people()))
                .map(read -> Others.of(programme, read.getT1()).and(read.getT2()));
    }
}
