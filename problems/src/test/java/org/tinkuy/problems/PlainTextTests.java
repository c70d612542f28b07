package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', 0xA0, 0xAD, 0x34F, 0x115F, 0x1160, 0x1680, 0x17B4, 0x180B, 0x180E,
                0x2003, 0x200B, 0x200D, 0x2028, 0x202F, 0x2060, 0x2800, 0x3000, 0x3164, 0xFE0F,
                0xFEFF, 0xFFA0, 0xE0020, 0xE0100
            })
    void seesNothingInWhatIsEmpty(int codePoint) {
        var empty = Character.toString(codePoint);

        assertThat(PlainText.showsNothing(empty)).isTrue();
        assertThat(PlainText.showsNothing(" " + empty + empty + "\u200b")).isTrue();
        assertThat(PlainText.showsNothing(empty + "ñ")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-", "ñ", "中", "ᄀ", "🙂", "⠁", "\u0301"})
    void seesEverythingElse(String text) {
        assertThat(PlainText.showsNothing(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF})
    void takesNoCharacterThatIsNone(int codePoint) {
        var text = "a" + Character.toString(codePoint);

        assertThat(PlainText.isText(text)).isFalse();
        assertThat(PlainText.isLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFDCF, 0xFDF0, 0xFFFD, 0x1FFFD, 0x10FFFD})
    void takesThoseBesideThem(int codePoint) {
        var text = "a" + Character.toString(codePoint);

        assertThat(PlainText.isText(text)).isTrue();
        assertThat(PlainText.isLine(text)).isTrue();
    }
}
