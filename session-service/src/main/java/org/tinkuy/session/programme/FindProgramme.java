package org.tinkuy.session.programme;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// People name a programme by its slug, programs by its id.
@Component
public class FindProgramme {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Programmes programmes;

    FindProgramme(Programmes programmes) {
        this.programmes = programmes;
    }

    /// Fails with [UnknownProgramme].
    public Mono<Programme> byIdOrSlug(String idOrSlug) {
        var programme =
                ID.matcher(idOrSlug).matches()
                        ? programmes.find(new ProgrammeId(UUID.fromString(idOrSlug)))
                        : programmes.findBySlug(idOrSlug);
        return programme.switchIfEmpty(Mono.error(UnknownProgramme::new));
    }
}
