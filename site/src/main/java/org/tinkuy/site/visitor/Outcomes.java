package org.tinkuy.site.visitor;

import java.util.Map;
import java.util.UUID;

/// What became of the sessions that were just asked for, for the page that follows.
///
/// @param bySession a message key's last word, such as `confirmed`
public record Outcomes(Map<UUID, String> bySession) {

    public static final Outcomes NONE = new Outcomes(Map.of());

    public Outcomes {
        bySession = Map.copyOf(bySession);
    }
}
