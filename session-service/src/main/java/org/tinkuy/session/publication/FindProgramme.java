package org.tinkuy.session.publication;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// A published programme. People name a programme by its slug, programs by its id.
@Component
public class FindProgramme {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final PublishedProgrammes programmes;

    FindProgramme(PublishedProgrammes programmes) {
        this.programmes = programmes;
    }

    /// Fails with [UnknownProgramme].
    public Mono<PublishedProgramme> byIdOrSlug(String idOrSlug) {
        var programme =
                ID.matcher(idOrSlug).matches()
                        ? programmes.find(new ProgrammeId(UUID.fromString(idOrSlug)))
                        : programmes.findBySlug(idOrSlug);
        return programme.switchIfEmpty(Mono.error(UnknownProgramme::new));
    }
}
