package org.tinkuy.site.visitor;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of the sessions that were just asked for, for the page that follows.
///
/// @param bySession a message key's last word, such as `confirmed`
/// @param challenge whose code was typed last in this browser; `null`: none
public record Outcomes(Map<UUID, String> bySession, @Nullable UUID challenge) {

    public static final Outcomes NONE = new Outcomes(Map.of(), null);

    public Outcomes {
        bySession = Map.copyOf(bySession);
    }
}
