package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The step that all withdrawals of sessions share, in the caller's transaction.
@Component
class WithdrawPublishedSessions {

    private final PublishedSessions published;
    private final SessionPublication publication;
    private final TellOfProgramme tellOfProgramme;

    WithdrawPublishedSessions(
            PublishedSessions published,
            SessionPublication publication,
            TellOfProgramme tellOfProgramme) {
        this.published = published;
        this.publication = publication;
        this.tellOfProgramme = tellOfProgramme;
    }

    /// Their programme is told by [#tell].
    Mono<Void> all(List<Session> sessions, Instant now) {
        return Flux.fromIterable(sessions)
                .map(Session::withdraw)
                .concatMap(one -> published.save(one, now).then(publication.withdraw(one, now)))
                .then();
    }

    /// What became of its dates without them, where there were any.
    Mono<Void> tell(ProgrammeId programme, List<Session> withdrawn, Instant now) {
        return withdrawn.isEmpty() ? Mono.empty() : tellOfProgramme.tell(programme, now);
    }
}
