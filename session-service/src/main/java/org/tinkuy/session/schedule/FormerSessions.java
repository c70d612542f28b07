package org.tinkuy.session.schedule;

import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;

/// The sessions of a programme as former publications of it had them.
public interface FormerSessions {

    /// @param before `null`: it was not published
    /// @param after `null`: it was withdrawn
    record Change(@Nullable Session before, @Nullable Session after) {}

    /// As they were from that publication on until the next.
    Flux<Session> of(ProgrammeId programme, long number);

    /// Those that are others since that publication.
    Flux<Change> changes(ProgrammeId programme, long number);
}
