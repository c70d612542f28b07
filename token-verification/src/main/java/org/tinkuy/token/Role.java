package org.tinkuy.token;

import java.util.Locale;

/// What a person may do in a programme. Every signed-in person is an attendee without being granted
/// it.
public enum Role {
    OWNER,
    ORGANISER,
    MODERATOR,
    EDITOR,
    JURY;

    /// As it stands in a token.
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
