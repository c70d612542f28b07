package org.tinkuy.session.programme;

import java.util.Locale;

public enum Mode {
    ONLINE,
    IN_PERSON,
    HYBRID;

    /// As it stands in files, messages and the API.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
