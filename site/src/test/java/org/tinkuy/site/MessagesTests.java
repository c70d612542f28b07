package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.tinkuy.site.visitor.Language;

class MessagesTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern USED = Pattern.compile("#\\{([a-z][a-z0-9.-]+[a-z0-9])[(}]");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryWord(Language language) throws IOException {
        var english = words(Language.EN);
        var words = words(language);

        assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : words.stringPropertyNames()) {
            assertThat(words.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(words.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    /// An apostrophe would swallow what follows it where a message has arguments.
    @ParameterizedTest
    @EnumSource
    void everyWordCanBeFormatted(Language language) throws IOException {
        var words = words(language);
        for (var key : words.stringPropertyNames()) {
            assertThat(words.getProperty(key)).as(key).doesNotContain("'");
            assertThat(new MessageFormat(words.getProperty(key), language.locale()))
                    .as(key)
                    .isNotNull();
        }
    }

    @Test
    void everyWordThatAPageUsesExists() throws IOException {
        var used = new HashSet<String>();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (var template : templates.toList()) {
                var found = USED.matcher(Files.readString(template));
                while (found.find()) {
                    used.add(found.group(1));
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(80);
        assertThat(words(Language.EN).stringPropertyNames()).containsAll(used);
    }

    private static Set<String> placeholders(String message) {
        var found = new HashSet<String>();
        PLACEHOLDER.matcher(message).results().forEach(result -> found.add(result.group(1)));
        return found;
    }

    private static Properties words(Language language) throws IOException {
        var words = new Properties();
        try (var file =
                new ClassPathResource("messages_" + language.tag() + ".properties")
                        .getInputStream()) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
