package org.tinkuy.site.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.languages.Language;
import org.tinkuy.site.visitor.Phrase;

class TranslationsTests {

    private final Programme programme =
            Samples.translated("es", "academia", "la academia", "qu", "Mali", "Mali suyu");

    @ParameterizedTest
    @CsvSource({
        "ES, academia, la academia, es",
        "EN, academia, academia, en",
        "QU, academia, la academia, es",
        "FR, academia, academia, en",
        "QU, Mali, Mali suyu, qu",
        "ES, Mali, Mali, en"
    })
    void aTextOfOneLanguageIsReadInTheFirstThatTheReaderKnows(
            Language reader, String text, String words, String language) {
        assertThat(programme.plain(reader, text)).isEqualTo(new Phrase(words, language));
    }
}
