package org.tinkuy.session.publication;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Mono;

/// Publishes a programme again where its sessions say something else of it than before.
@Component
public class FollowSessions {

    private final PublishedProgrammes published;
    private final ProgrammePublication publication;

    FollowSessions(PublishedProgrammes published, ProgrammePublication publication) {
        this.published = published;
        this.publication = publication;
    }

    /// In the caller's transaction, which holds the programme's draft. Tells nobody where nobody
    /// could see a difference.
    public Mono<Void> follow(ProgrammeId programme, Happening happening, Instant now) {
        return published
                .find(programme)
                .flatMap(before -> {
                    var after =
                            before.with(
                                    happening.remembering(before.happening(), before.programme()));
                    if (after.happening().equals(before.happening())) {
                        return Mono.empty();
                    }
                    if (after.readsAs(before)) {
                        return published.save(after);
                    }
                    var next = after.after(before);
                    return published.save(next).then(publication.publish(next, now));
                });
    }
}
