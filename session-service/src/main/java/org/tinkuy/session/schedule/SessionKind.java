package org.tinkuy.session.schedule;

import java.util.Locale;

public enum SessionKind {
    PLENARY,
    HUB,
    CHALLENGE,
    WORKSHOP,
    DIALOGUE;

    /// As it stands in files, messages and the API.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
