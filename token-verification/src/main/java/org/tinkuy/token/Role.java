package org.tinkuy.token;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a person was given to do in a programme. Every signed-in person is an attendee without
/// being granted it.
public enum Role {
    OWNER,
    ORGANISER,
    EDITOR;

    private static final Map<Role, Set<Power>> POWERS =
            Map.of(
                    OWNER, Set.of(Power.STAFF, Power.ORGANISE, Power.EDIT),
                    ORGANISER, Set.of(Power.ORGANISE, Power.EDIT),
                    EDITOR, Set.of(Power.EDIT));

    public boolean may(Power power) {
        return POWERS.getOrDefault(this, Set.of()).contains(power);
    }

    /// As it stands in a token and in the API.
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
