package org.tinkuy.session.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All that was ever published of programmes, one publication after the other. Every method takes
/// part in the caller's transaction where there is one.
public interface Publications {

    /// Keeps what is published of the programme now as its latest publication; nothing where that
    /// is what the one before says. The last step of whoever publishes, holding the programme's
    /// draft.
    ///
    /// @param by the organiser; `null`: nobody
    /// @param note what colleagues read of it; `null`: none
    Mono<Void> keep(ProgrammeId programme, @Nullable UUID by, @Nullable String note, Instant now);

    /// The latest first.
    ///
    /// @param before the number that the page before ended with; `null`: the first page
    Flux<Publication> of(ProgrammeId programme, @Nullable Long before, int most);

    Mono<Publication> find(ProgrammeId programme, long number);

    /// As it was from that publication on until the next; empty where it was not published.
    Mono<PublishedProgramme> programme(ProgrammeId programme, long number);

    /// What stands of the programme itself says the same under another version: that is no
    /// publication.
    ///
    /// @param before under which it was kept
    Mono<Void> restate(ProgrammeId programme, long before, long version);
}
