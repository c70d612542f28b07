package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.newsletter.ConsentText.Place;
import org.tinkuy.problems.FieldErrors;

class ConsentTextsTests {

    private final ConsentTexts texts = new ConsentTexts();

    /// Whoever changes one has agreed for others: a changed text is another version. What is added
    /// is added here, too.
    @Test
    void noPublishedTextEverChanges() {
        var published = new TreeMap<String, String>();
        for (var text : texts.all()) {
            text.words()
                    .forEach((language, words) ->
                            published.put(text.version() + "." + language.tag(), sum(words)));
        }

        assertThat(published)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "newsletter-form-1.es", "8db54212",
                                "newsletter-form-1.en", "712372b5",
                                "newsletter-form-1.qu", "7aa78767",
                                "newsletter-form-1.fr", "cf05daf9",
                                "newsletter-button-1.es", "8e897452",
                                "newsletter-button-1.en", "525120df",
                                "newsletter-button-1.qu", "1effee4b",
                                "newsletter-button-1.fr", "64f71965"));
    }

    @Test
    void theNewestOfEachPlaceSpeaksEveryLanguage() {
        for (var place : Place.values()) {
            var newest =
                    texts.all().stream().filter(text -> text.place() == place).toList().getLast();

            assertThat(newest.words().keySet())
                    .containsExactlyInAnyOrderElementsOf(Arrays.asList(Language.values()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FORM, newsletter-form-1, ",
        "BUTTON, newsletter-button-1, ",
        "BUTTON, newsletter-form-1, unknown-consent",
        "FORM, newsletter-form-99, unknown-consent",
        "FORM, anything, unknown-consent",
        "FORM, '', unknown-consent",
        "FORM, , required",
    })
    void knowsWhatStandsWhere(Place place, @Nullable String typed, @Nullable String code) {
        var errors = new FieldErrors();

        var version = texts.version(place, typed, Language.QU, errors);

        if (code == null) {
            assertThat(version).isEqualTo(typed);
            assertThat(errors.all()).isEmpty();
        } else {
            assertThat(version).isNull();
            assertThat(errors.all()).extracting(error -> error.code()).containsExactly(code);
        }
    }

    private static String sum(String words) {
        var crc = new CRC32();
        crc.update(words.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
