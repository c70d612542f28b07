package org.tinkuy.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @Test
    void readsAnAddressAsOneMailbox() {
        assertThat(EmailAddress.parse("  Rosa.Quispe@Example.ORG "))
                .contains(new EmailAddress("rosa.quispe@example.org"));
    }

    /// Browsers send a domain of other letters in its ASCII form.
    @Test
    void takesAnInternationalDomainInItsAsciiForm() {
        assertThat(EmailAddress.parse("rosa@xn--per-joa.example"))
                .contains(new EmailAddress("rosa@xn--per-joa.example"));
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
                "rosa@perú.example",
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

    @Test
    void isStoredInLowerCaseOnly() {
        assertThatThrownBy(() -> new EmailAddress("Ana@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ana");
    }
}
