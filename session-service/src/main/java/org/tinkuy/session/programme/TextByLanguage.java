package org.tinkuy.session.programme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text in the languages it was published in, by language tag (`es`, `en`, `qu`, `fr`).
public record TextByLanguage(Map<String, String> byLanguage) {

    public TextByLanguage {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /// `null` where nothing is stated.
    public static @Nullable TextByLanguage of(@Nullable Map<String, String> byLanguage) {
        return byLanguage == null || byLanguage.isEmpty() ? null : new TextByLanguage(byLanguage);
    }

    /// `null` where nothing is stated.
    public static @Nullable Map<String, String> textsOf(@Nullable TextByLanguage text) {
        return text == null ? null : text.byLanguage();
    }
}
