package org.tinkuy.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @Test
    void readsAnAddressAsOneMailbox() {
        assertThat(EmailAddress.parse("  Rosa.Quispe@Example.ORG "))
                .contains(new EmailAddress("rosa.quispe@example.org"));
    }

    /// Chromium sends a domain of other letters in its ASCII form, Firefox as it was typed.
    @ParameterizedTest
    @CsvSource({
        "rosa@xn--per-joa.example, rosa@xn--per-joa.example",
        "rosa@perú.example, rosa@xn--per-boa.example",
        "fay@münchen.example, fay@xn--mnchen-3ya.example",
        "Fay@MÜNCHEN.Example, fay@xn--mnchen-3ya.example",
        "fay@mu\u0308nchen.example, fay@xn--mnchen-3ya.example",
        "ana@例え.テスト, ana@xn--r8jz45g.xn--zckzah",
        "ana@例え。テスト, ana@xn--r8jz45g.xn--zckzah",
    })
    void takesAnInternationalDomain(String typed, String stored) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%sa@example.org", "a@%sa", "a@%s", "%s", "%1$s@%1$s"})
    void takesNothingLong(String shape) {
        assertThat(EmailAddress.parse(shape.formatted("a.".repeat(50_000)))).isEmpty();
        assertThat(EmailAddress.parse(shape.formatted("ñ".repeat(100_000)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m.lopez@example.org",
                "maria.del.carmen@example.org",
                "ana+news@example.org",
                "o'brien@example.org",
                "1@2.example",
                "ana@example.museum1"
            })
    void takesWhatCanBeMailed(String typed) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.org",
                "ana@localhost",
                "ana@example..org",
                "a b@example.org",
                "ana@example.org, bob@example.org",
                "rosa@example.org,juan@example.org",
                "<ana@example.org>",
                "Rosa <rosa@example.org>",
                "ana@-example.org",
                "añá@example.org",
                "josé@münchen.example",
                "mar\u212a@example.org",
                "mar\u0130a@example.org",
                "maria..lopez@example.org",
                "maria.@example.org",
                ".fay@example.org",
                ".@example.org",
                "ana@127.0.0.1",
                "ana@[127.0.0.1]",
                "ana@example.7",
                "ana@example.org.",
                "ana@.example.org",
                "ana@münchen..example",
                "ana@straße.example",
                "ana@a@example.org",
                "ana@exa_mple.org",
                "\"rosa quispe\"@example.org",
                "rosa@example.org\r\nBcc: all@example.org"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesAnAddressNobodyCanHave() {
        var longest = "a".repeat(60) + "@" + "b.".repeat(95) + "org";

        assertThat(longest).hasSize(EmailAddress.LONGEST);
        assertThat(EmailAddress.parse(longest)).isPresent();
        assertThat(EmailAddress.parse("a" + longest)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rosa@example.org, rosa@example.org",
        "rosa+1@example.org, rosa@example.org",
        "rosa+a+b@example.org, rosa@example.org",
        "+1@example.org, +1@example.org",
        "rosa.+1@example.org, rosa.@example.org",
    })
    void isOneMailboxWhateverItsTag(String address, String mailbox) {
        assertThat(new EmailAddress(address).mailbox()).isEqualTo(mailbox);
    }

    @Test
    void namesTheLetterThatMakesADomainTwo() {
        assertThat(EmailAddress.ambiguousLetter("ana@fa\u00df.de")).contains("\u00df");
        assertThat(EmailAddress.ambiguousLetter("ana@\u03b2\u03cc\u03bb\u03bf\u03c2.gr"))
                .contains("\u03c2");
        assertThat(EmailAddress.ambiguousLetter("stra\u00dfe@example.org")).isEmpty();
        assertThat(EmailAddress.ambiguousLetter("ana@m\u00fcnchen.example")).isEmpty();
    }

    @Test
    void isStoredInLowerCaseOnly() {
        assertThatThrownBy(() -> new EmailAddress("Ana@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ana");
    }
}
