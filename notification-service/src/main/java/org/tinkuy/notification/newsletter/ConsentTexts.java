package org.tinkuy.notification.newsletter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.newsletter.ConsentText.Place;
import org.tinkuy.problems.FieldErrors;

/// Every text that was ever agreed to here. Whoever asks says which one was read, and not what it
/// said: that is ours to know.
@Component
public class ConsentTexts {

    private static final String FILE = "consents.properties";
    private static final String FIELD = "consent";

    private final Map<String, ConsentText> byVersion = read();

    public List<ConsentText> all() {
        return List.copyOf(byVersion.values());
    }

    /// The version, if it stands there and says something in that language; else `errors` tell.
    @Nullable String version(
            Place place, @Nullable String typed, @Nullable Language language, FieldErrors errors) {
        if (typed == null) {
            errors.wrong(FIELD, "required", "The version of the text that was read.");
            return null;
        }
        var text = byVersion.get(typed);
        if (text == null || text.place() != place) {
            errors.wrong(FIELD, "unknown-consent", "One of /api/newsletters/consents.");
            return null;
        }
        if (language != null && !text.words().containsKey(language)) {
            errors.wrong(FIELD, "unknown-consent", "Not in this language.");
            return null;
        }
        return typed;
    }

    private static Map<String, ConsentText> read() {
        var words = new TreeMap<String, Map<Language, String>>();
        var file = properties();
        for (var key : file.stringPropertyNames()) {
            var dot = key.lastIndexOf('.');
            words.computeIfAbsent(key.substring(0, dot), _ -> new EnumMap<>(Language.class))
                    .put(Language.of(key.substring(dot + 1)).orElseThrow(), file.getProperty(key));
        }
        var texts = new TreeMap<String, ConsentText>();
        words.forEach((version, said) ->
                texts.put(version, new ConsentText(version, place(version), said)));
        return texts;
    }

    private static Place place(String version) {
        return Arrays.stream(Place.values())
                .filter(place -> place.has(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("where does it stand: " + version));
    }

    private static Properties properties() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource(FILE), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
