package org.tinkuy.session.programme;

import java.util.UUID;
import reactor.core.publisher.Mono;

/// Which parts are published, whatever became of their drafts.
public interface PublishedParts {

    /// True where a part of that id is published of another programme.
    Mono<Boolean> areOfAnother(ProgrammeId programme, UUID part);
}
