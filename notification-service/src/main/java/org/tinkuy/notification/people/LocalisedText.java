package org.tinkuy.notification.people;

import java.util.Map;
import java.util.TreeMap;
import org.tinkuy.languages.Language;

/// A text in the languages that its author wrote it in.
public record LocalisedText(Map<String, String> byLanguage) {

    public LocalisedText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /// In the wished language, else in one that its readers read too, else in any.
    public String in(Language wished) {
        return wished.fallbacks().stream()
                .map(Language::tag)
                .filter(byLanguage::containsKey)
                .findFirst()
                .map(byLanguage::get)
                .map(OneLine::of)
                .orElseGet(this::any);
    }

    private String any() {
        return new TreeMap<>(byLanguage).values().stream().findFirst().map(OneLine::of).orElse("");
    }
}
