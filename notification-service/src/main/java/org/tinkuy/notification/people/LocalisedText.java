package org.tinkuy.notification.people;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A text in the languages that its author wrote it in.
public record LocalisedText(Map<String, String> byLanguage) {

    public LocalisedText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /// In the wished language, else in Spanish, else in English, else in any.
    public String in(Language wished) {
        return Stream.of(wished, Language.ES, Language.EN)
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
