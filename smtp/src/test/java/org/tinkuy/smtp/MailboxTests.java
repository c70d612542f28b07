package org.tinkuy.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTests {

    @ParameterizedTest
    @CsvSource({
        "ana@example.org, ana@example.org",
        "Ana.Quispe+x@Example.ORG, Ana.Quispe+x@example.org",
        "ana@localhost, ana@localhost",
        "ana@señal.pe, ana@xn--seal-hqa.pe",
        "ana@例え.テスト, ana@xn--r8jz45g.xn--zckzah",
        "o'hara/x=y@example.org, o'hara/x=y@example.org"
    })
    void writesDomainsInAscii(String address, String onTheWire) throws Mailbox.Unusable {
        var mailbox = Mailbox.of(address);
        assertThat(mailbox).hasToString(onTheWire);
        assertThat(mailbox.needsUtf8()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ana quispe\"@example.org", "\"a@b\"@example.org", "\"\\\"\"@a.pe"})
    void keepsTheQuotesOfALocalPart(String address) throws Mailbox.Unusable {
        assertThat(Mailbox.of(address)).hasToString(address);
    }

    @Test
    void knowsALocalPartThatNotEveryServerTakes() throws Mailbox.Unusable {
        assertThat(Mailbox.of("josé@example.org").needsUtf8()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ana",
                "ana@",
                "@example.org",
                "no address",
                "a@b@c",
                "ana@example.org\r\nRCPT TO:<x@example.org>",
                "ana\r\n@example.org",
                "ana\u0000@example.org",
                "<ana@example.org>",
                "ana@example.org>",
                "ana@exa mple.org",
                "ana@[192.0.2.1]",
                "ana@example..org",
                "ana@-example.org",
                ".ana@example.org",
                "ana.@example.org",
                "a..b@example.org",
                "\"a\"b\"@example.org",
                "\"\u0007\"@example.org"
            })
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> Mailbox.of(address)).isInstanceOf(Mailbox.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "\\\"", "ñ", "a"})
    void refusesWhateverIsLong(String piece) {
        var local = piece.repeat(50_000);
        assertThatThrownBy(() -> Mailbox.of(local + "a@example.org"))
                .isInstanceOf(Mailbox.Unusable.class);
        assertThatThrownBy(() -> Mailbox.of("\"" + local + "\"@example.org"))
                .isInstanceOf(Mailbox.Unusable.class);
        assertThatThrownBy(() -> Mailbox.of("a@" + "a.".repeat(50_000) + "a"))
                .isInstanceOf(Mailbox.Unusable.class);
    }

    @Test
    void sendsNothingToADomainThatOldRulesWouldChange() {
        assertThatThrownBy(() -> Mailbox.of("ana@faß.de"))
                .isInstanceOf(Mailbox.Unusable.class)
                .hasMessageContaining("xn--");
    }

    @Test
    void knowsHowLongAnAddressMayBe() {
        assertThatThrownBy(() -> Mailbox.of("a".repeat(65) + "@example.org"))
                .hasMessageContaining("longer");
        assertThatThrownBy(
                        () -> Mailbox.of("a@" + ("b".repeat(60) + ".").repeat(4) + "example.org"))
                .hasMessageContaining("longer");
    }
}
