package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;

class SubscriptionRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final String SECRET = "a secret of at least thirty-two characters";

    @Test
    void readsAnAddressAsOneMailbox() {
        var request = read("  Rosa.Quispe@Example.ORG ", "es", "America/Lima");

        assertThat(request.address().value()).isEqualTo("rosa.quispe@example.org");
        assertThat(request.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void keepsAnInternationalDomainInItsAsciiForm() {
        assertThat(read("rosa@perú.example", "qu", null).address().value())
                .isEqualTo("rosa@xn--per-boa.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosa",
                "\"rosa quispe\"@example.org",
                "rosa..quispe@example.org",
                "rosa.@example.org",
                ".rosa@example.org",
                "rosa@example",
                "rosa@example.org\r\nBcc: all@example.org",
                "rosa@example.org,juan@example.org",
                "Rosa <rosa@example.org>"
            })
    void refusesWhatIsNoAddressThatCanRegister(String address) {
        assertThat(refused(address, "es", null).errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("address", "invalid-address"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(refused(null, "de", "+05:00").errors())
                .extracting(FieldError::code)
                .containsExactly("required", "unknown-language", "invalid-time-zone");
        assertThat(refused("rosa@example.org", "es", "").errors())
                .extracting(FieldError::code)
                .containsExactly("invalid-time-zone");
        assertThat(refused("a".repeat(255), null, null).errors())
                .extracting(FieldError::code)
                .containsExactly("too-long", "required");
    }

    @Test
    void mailsAnAddressAFewTimesAnHourOnly() {
        assertThat(new ConfirmationAllowance(2).allowsAnother()).isTrue();
        assertThat(new ConfirmationAllowance(3).allowsAnother()).isFalse();
    }

    @Test
    void knowsItsOwnConfirmationsOnly() {
        var request = UUID.randomUUID();
        var token = ConfirmationToken.of(request, SECRET);

        assertThat(ConfirmationToken.read(token.text(), SECRET))
                .hasValueSatisfying(read -> assertThat(read.request()).isEqualTo(request));
        assertThat(ConfirmationToken.read(token.text(), SECRET + "!")).isEmpty();
        assertThat(ConfirmationToken.read(token.text() + "=", SECRET)).isEmpty();
        for (var i = 0; i < token.text().length(); i++) {
            var other = token.text().charAt(i) == 'A' ? 'B' : 'A';
            assertThat(
                            ConfirmationToken.read(
                                    token.text().substring(0, i)
                                            + other
                                            + token.text().substring(i + 1),
                                    SECRET))
                    .isEmpty();
        }
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%2e%2e", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void readsNothingIntoNonsense(String text) {
        assertThat(ConfirmationToken.read(text, SECRET)).isEmpty();
    }

    @Test
    void mintsTokensThatNobodyGuesses() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            var token = UnsubscribeToken.random();
            assertThat(UnsubscribeToken.read(token.text())).contains(token);
            seen.add(token.text());
        }
        assertThat(seen).hasSize(1000);
        assertThat(UnsubscribeToken.read("short")).isEmpty();
        assertThat(UnsubscribeToken.read("../../../../etc/passwd??")).isEmpty();
    }

    private static SubscriptionRequest read(
            @Nullable String address, @Nullable String language, @Nullable String zone) {
        return SubscriptionRequest.read(
                new ProgrammeId(UUID.randomUUID()),
                new SubscriptionRequest.Typed(address, language, zone, "newsletter-form-1"),
                new ConsentTexts(),
                NOW);
    }

    private static InvalidInput refused(
            @Nullable String address, @Nullable String language, @Nullable String zone) {
        return catchThrowableOfType(InvalidInput.class, () -> read(address, language, zone));
    }
}
