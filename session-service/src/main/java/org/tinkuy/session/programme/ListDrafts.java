package org.tinkuy.session.programme;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The drafts of one kind of a programme.
@Component
public class ListDrafts {

    private final Programmes programmes;

    ListDrafts(Programmes programmes) {
        this.programmes = programmes;
    }

    /// Fails with [UnknownProgramme].
    public <D extends Draft> Flux<D> of(ProgrammeId programme, Drafts<?, D> drafts) {
        return programmes
                .find(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .thenMany(Flux.defer(() -> drafts.of(programme)));
    }
}
