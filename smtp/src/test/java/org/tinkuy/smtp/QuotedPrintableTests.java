package org.tinkuy.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Decoded by Angus Mail, which did not encode it.
class QuotedPrintableTests {

    private static final String[] WORDS = {
        "a",
        "ñ",
        "=",
        ".",
        " ",
        "\t",
        "\n",
        "\r\n",
        "From ",
        "Qué",
        "👩‍🔬",
        "٣",
        "-",
        "x".repeat(80)
    };

    @Test
    void comesBackAsItWas() throws Exception {
        var seed = 20_261_122L;
        var random = new SplittableRandom(seed);
        for (var i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (var words = random.nextInt(30); words > 0; words--) {
                text.append(WORDS[random.nextInt(WORDS.length)]);
            }
            var encoded = encoded(text.toString());
            assertThat(decoded(encoded))
                    .as("seed %s, round %s", seed, i)
                    .isEqualTo(text.toString().replace("\r\n", "\n").replace("\n", "\r\n"));
            assertThat(encoded.split("\r\n", -1))
                    .allSatisfy(line ->
                            assertThat(line)
                                    .hasSizeLessThanOrEqualTo(76)
                                    .matches("\\p{ASCII}*")
                                    .doesNotStartWith(".")
                                    .doesNotStartWith("From ")
                                    .doesNotEndWith(" ")
                                    .doesNotContain("\r", "\n"));
        }
    }

    @Test
    void saysWhetherItEndedAtTheBeginningOfALine() {
        assertThat(QuotedPrintable.encode("", new WireBuffer())).isTrue();
        assertThat(QuotedPrintable.encode("a\n", new WireBuffer())).isTrue();
        assertThat(QuotedPrintable.encode("a", new WireBuffer())).isFalse();
    }

    private static String encoded(String text) {
        var out = new WireBuffer();
        QuotedPrintable.encode(text, out);
        return out.toString();
    }

    private static String decoded(String encoded) throws Exception {
        try (var in =
                MimeUtility.decode(
                        new ByteArrayInputStream(encoded.getBytes(UTF_8)), "quoted-printable")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
