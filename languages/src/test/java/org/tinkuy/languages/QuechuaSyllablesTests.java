package org.tinkuy.languages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuechuaSyllablesTests {

    @ParameterizedTest
    @CsvSource({
        "Qillqachikuyniykikuna, Qillqa-chi-kuy-niy-kikuna",
        "Huñunakuyninkunawan, Huñuna-kuy-nin-ku-nawan",
        "Apachimusqaykumanta, Apachi-mus-qay-ku-manta",
        "panqankunallamanta, panqan-ku-na-lla-manta",
        "ñawinchachkanraqmi, ñawin-chach-kan-raqmi",
        "programakunapaq, progra-ma-ku-napaq",
        "llaqtanchikpi kay, llaqtanchikpi kay",
        "REGISTRO 2026, REGISTRO 2026"
    })
    void partsLongWordsBetweenTheirSyllables(String text, String parted) {
        assertThat(QuechuaSyllables.hyphenated(text).replace('\u00AD', '-')).isEqualTo(parted);
    }
}
