package org.tinkuy.session.programme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A text in the languages it was published in, by language tag (`es`, `en`, `qu`).
public record TextByLanguage(Map<String, String> byLanguage) {

    public TextByLanguage {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }
}
