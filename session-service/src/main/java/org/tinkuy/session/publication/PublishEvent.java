package org.tinkuy.session.publication;

import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Mono;

/// The step that publishes the draft of one event; everything else of its programme stays as it was
/// published. In the caller's transaction, which holds the programme's draft.
@Component
public class PublishEvent {

    private final PublishedProgrammes published;
    private final ReplacePublishedProgramme replace;

    PublishEvent(PublishedProgrammes published, ReplacePublishedProgramme replace) {
        this.published = published;
        this.replace = replace;
    }

    /// Empty where nothing of the programme is published.
    public Mono<ProgrammePublished> publish(ProgrammeId programme, Event draft) {
        return published
                .find(programme)
                .flatMap(before -> replace.with(before, before.with(draft)));
    }
}
