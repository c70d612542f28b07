package org.tinkuy.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenSecretTests {

    @Test
    void readsWhatItWrote() {
        for (var length = 0; length < 70; length++) {
            var bytes = new byte[length];
            Arrays.fill(bytes, (byte) (length * 37 - 5));
            assertThat(WrittenSecret.read(WrittenSecret.write(bytes))).contains(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAB", "AA==", "AA=", "AB", "AP", "AAA=", "A", "AA\n", " AA", "A+A", "A/A", "É"
            })
    void readsOneSpellingOnly(String text) {
        assertThat(WrittenSecret.read(text)).isEmpty();
    }
}
