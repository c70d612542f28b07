package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.languages.Language;

/// What visitors read beside a form is what notification-service writes down that they agreed to.
class ConsentWordsTests {

    private static final Path KNOWN =
            Path.of("../notification-service/src/main/resources/consents.properties");

    @ParameterizedTest
    @EnumSource
    void showsTheTextsThatTheirVersionsName(Language language) throws IOException {
        var known = properties(KNOWN);
        var shown =
                properties(
                        Path.of("src/main/resources/messages_" + language.tag() + ".properties"));

        assertThat(shown.getProperty("newsletter.consent"))
                .isNotBlank()
                .isEqualTo(known.getProperty("newsletter-form-1." + language.tag()));
        assertThat(shown.getProperty("newsletter.confirm.lead"))
                .isNotBlank()
                .isEqualTo(known.getProperty("newsletter-button-1." + language.tag()));
    }

    private static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
