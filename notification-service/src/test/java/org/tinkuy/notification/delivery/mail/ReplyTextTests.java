package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTextTests {

    @Test
    void passOnNoAddress() {
        assertThat(ReplyText.of("550 5.1.1 <Ana@example.org>: Recipient address rejected"))
                .isEqualTo("550 5.1.1 <address>: Recipient address rejected");
        assertThat(ReplyText.of("550 no user ana+x@example.org here"))
                .isEqualTo("550 no user <address> here");
    }

    @Test
    void areOneShortLine() {
        assertThat(ReplyText.of("451 first\r\n451 second")).isEqualTo("451 first 451 second");
        assertThat(ReplyText.of("x".repeat(10_000))).hasSizeLessThan(400);
    }
}
