package org.tinkuy.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTests {

    @Test
    void hasTheTagsThatPeopleAndProgramsGive() {
        assertThat(Language.TAGS).containsExactly("es", "en", "qu", "fr");
        assertThat(Language.of("fr")).hasValue(Language.FR);
        assertThat(Language.of("FR")).isEmpty();
        assertThat(Language.of(null)).isEmpty();
        assertThat(Language.orSpanish("ay")).isEqualTo(Language.ES);
    }

    /// The JDK writes a language that it does not know as its root locale does.
    @ParameterizedTest
    @EnumSource
    void isKnownToTheJdk(Language language) {
        assertThat(java.util.Locale.availableLocales()).contains(language.locale());
    }

    @ParameterizedTest
    @EnumSource
    void looksForATextInItselfFirst(Language language) {
        assertThat(language.fallbacks()).startsWith(language).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "'fr-CI,fr;q=0.9,en;q=0.5', FR",
        "'de,qu-PE;q=0.8,es;q=0.5', QU",
        "'de-AT,es-419;q=0.7', ES",
        "'fr;q=0,en;q=0.1', EN"
    })
    void isWhatABrowserWantsMost(String accepted, Language language) {
        assertThat(Language.among(LanguageRange.parse(accepted))).hasValue(language);
    }

    @Test
    void isNoneWhereABrowserWantsOthers() {
        assertThat(Language.among(LanguageRange.parse("de,*;q=0.1"))).isEmpty();
    }
}
