package org.tinkuy.session.publication;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Mono;

/// The step that takes a programme, or one of its events, out of what is published, in the caller's
/// transaction, which holds its draft. Drafts stay. Does nothing where it is not published.
@Component
public class WithdrawProgramme {

    private final PublishedProgrammes published;
    private final ProgrammePublication publication;
    private final ReplacePublishedProgramme replace;

    WithdrawProgramme(
            PublishedProgrammes published,
            ProgrammePublication publication,
            ReplacePublishedProgramme replace) {
        this.published = published;
        this.publication = publication;
        this.replace = replace;
    }

    /// Whether it was published. Without any session that is published.
    public Mono<Boolean> withdraw(ProgrammeId id, Instant now) {
        return published
                .find(id)
                .map(PublishedProgramme::withdraw)
                .flatMap(withdrawn ->
                        published
                                .save(withdrawn, now)
                                .then(publication.withdraw(withdrawn, now))
                                .thenReturn(true))
                .defaultIfEmpty(false);
    }

    /// Whether it was published. Without any session of it that is published.
    public Mono<Boolean> withdraw(ProgrammeId id, EventId event) {
        return published
                .find(id)
                .filter(before -> before.programme().event(event).isPresent())
                .flatMap(before -> replace.with(before, before.without(event)).thenReturn(true))
                .defaultIfEmpty(false);
    }
}
