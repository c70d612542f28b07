package org.tinkuy.session.programme;

import org.jspecify.annotations.Nullable;

/// What an organiser wrote, or nothing: a text that is absent, null or blank has one meaning.
public final class Stated {

    private Stated() {}

    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
