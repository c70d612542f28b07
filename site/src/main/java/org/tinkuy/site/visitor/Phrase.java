package org.tinkuy.site.visitor;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;

/// An organiser's text with the language it is really in, for the `lang` attribute.
public record Phrase(String text, String language) {

    /// `null` where there is no text at all. Among languages that nobody asked for the first by
    /// name, as in mails.
    public static @Nullable Phrase in(Language wanted, @Nullable Map<String, String> texts) {
        if (texts == null || texts.isEmpty()) {
            return null;
        }
        for (var language : wanted.fallbacks()) {
            var text = texts.get(language.tag());
            if (text != null) {
                return new Phrase(text, language.tag());
            }
        }
        var any = Collections.min(texts.entrySet(), Map.Entry.comparingByKey());
        return new Phrase(any.getValue(), any.getKey());
    }
}
