package org.tinkuy.session.publication;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The step that all publications of a programme share, in the caller's transaction.
@Component
class ReplacePublishedProgramme {

    private final PublishedProgrammes published;
    private final ProgrammePublication publication;
    private final Clock clock;

    ReplacePublishedProgramme(
            PublishedProgrammes published, ProgrammePublication publication, Clock clock) {
        this.published = published;
        this.publication = publication;
        this.clock = clock;
    }

    /// Also of one that was withdrawn: its version goes on from there.
    Mono<ProgrammePublished> first(PublishedProgramme programme) {
        return published
                .version(programme.id())
                .map(programme::following)
                .defaultIfEmpty(programme)
                .flatMap(this::save);
    }

    /// Tells nobody where nobody could see a difference. What rules follow is kept even so, and
    /// stated days, which are seen once sessions say something else.
    Mono<ProgrammePublished> with(PublishedProgramme before, PublishedProgramme now) {
        if (now.readsAs(before)) {
            return published
                    .save(now.at(before.version()))
                    .thenReturn(ProgrammePublished.of(before));
        }
        return save(now.after(before));
    }

    private Mono<ProgrammePublished> save(PublishedProgramme programme) {
        return published
                .save(programme)
                .then(publication.publish(programme, clock.instant()))
                .thenReturn(ProgrammePublished.of(programme));
    }
}
