package org.tinkuy.site.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u0001", "\u000b", "\u000e", "\u001f", "\u007f", "\u0080", "\u009f"
            })
    void areShownAsWhatCannotBeShown(String control) {
        assertThat(replaced("ä" + control + "b" + control)).isEqualTo("ä\ufffdb\ufffd");
    }

    @Test
    void areNeitherWhiteSpaceNorLetters() {
        var text = "a\t\n\f\r \u00a0\u00bfñ\u0100日\ud83d\ude00";

        assertThat(replaced(text)).isEqualTo(text);
    }

    private static String replaced(String html) {
        return new String(Controls.replaced(html.getBytes(UTF_8)), UTF_8);
    }
}
