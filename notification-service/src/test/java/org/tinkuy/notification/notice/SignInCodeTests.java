package org.tinkuy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInCodeTests {

    /// Computed once by Python's `hmac`, so that both ends are held to a third implementation.
    @ParameterizedTest
    @CsvSource({
        "0195a1c0-0000-7000-8000-000000000040, 656303",
        "0195a1c0-0000-7000-8000-000000000041, 152495",
        "0195a1c0-0000-7000-8000-000000000013, 058355"
    })
    void isDerivedFromTheChallengeAndTheSharedSecret(UUID challenge, String digits) {
        assertThat(SignInCode.of(challenge, "a secret of at least thirty-two characters").digits())
                .isEqualTo(digits);
    }
}
