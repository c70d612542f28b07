package org.tinkuy.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Decoded by Angus Mail, which did not encode it.
class HeaderTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "656303 es tu código de Tinkuy",
                "Inscripción confirmada: Rumbo a PERUMIN, Edición Bicentenario, Arequipa 2026 y más",
                "plain",
                "a plain subject that is much longer than what fits into one line of seventy-eight",
                "=?UTF-8?Q?=0D=0ABcc:_x?=",
                "محمد بن سلمان",
                "李小龍",
                "👩‍🔬 Ñusta Qoyllur 👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬",
                "a \"quoted\" \\ name, with a comma"
            })
    void keepsTextOfEveryScript(String text) throws Exception {
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(HeaderText.unstructured(text))))
                .isEqualTo(text);
        var address =
                new InternetAddress(
                        MimeUtility.unfold(HeaderText.phrase(text)) + " <a@example.org>", true);
        assertThat(address.getPersonal()).isEqualTo(text);
        assertThat(address.getAddress()).isEqualTo("a@example.org");
        for (var encoded : new String[] {HeaderText.unstructured(text), HeaderText.phrase(text)}) {
            assertThat(encoded.split("\r\n", -1))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x", "a\nb", "a\rb", "a\u0000b", "a\u007f"})
    void beginsNoOtherHeader(String text) {
        assertThatThrownBy(() -> HeaderText.phrase(text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeaderText.unstructured(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
