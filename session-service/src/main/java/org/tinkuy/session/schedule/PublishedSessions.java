package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.speaker.SpeakerId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The sessions as they were published last. Every method takes part in the caller's transaction
/// where there is one.
public interface PublishedSessions {

    /// Empty too when the session was withdrawn.
    Mono<Session> find(SessionId id);

    /// True too when it was withdrawn, for as long as that is kept.
    Mono<Boolean> wasPublished(SessionId id);

    /// Those that were not withdrawn, in the order in which they were published first.
    Flux<Session> ofProgramme(ProgrammeId programme);

    /// Those of its programme that have these dates and name somebody whom it names or, where it is
    /// a plenary, are plenaries; perhaps itself.
    Flux<Session> inTheWayOf(Session session, Nearby dates);

    /// Those of any programme that name one of them and take place.
    Flux<Session> naming(Collection<SpeakerId> people);

    /// Adds those that are new or were withdrawn.
    Mono<Void> save(List<Session> sessions);

    Mono<Void> save(WithdrawnSession session, Instant now);

    /// That are not published again.
    Flux<WithdrawnSession> allWithdrawn();

    /// Those of a programme that are not published again.
    Flux<WithdrawnSession> withdrawnOf(ProgrammeId programme);
}
