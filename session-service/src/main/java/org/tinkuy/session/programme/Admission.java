package org.tinkuy.session.programme;

import java.util.Locale;

/// Who may register.
public enum Admission {
    OPEN,
    INVITATION;

    /// As it stands in files, messages and the API.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
