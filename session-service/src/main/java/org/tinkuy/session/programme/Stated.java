package org.tinkuy.session.programme;

import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.PlainText;

/// What an organiser wrote, or nothing: a text that is absent, null or shows nothing has one
/// meaning.
public final class Stated {

    private Stated() {}

    public static @Nullable String orNull(@Nullable String text) {
        return text == null || PlainText.showsNothing(text) ? null : text.strip();
    }
}
