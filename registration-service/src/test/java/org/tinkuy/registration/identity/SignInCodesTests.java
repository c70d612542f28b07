package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInCodesTests {

    private static final UUID CHALLENGE = UUID.fromString("0195a1c0-0000-7000-8000-000000000040");

    private final SignInCodes codes =
            new SignInCodes(
                    new DerivedSecrets("a secret that only the tests of this service know"));

    /// RFC 4226, appendix D.
    @ParameterizedTest
    @CsvSource({
        "0,755224", "1,287082", "2,359152", "3,969429", "4,338314",
        "5,254676", "6,287922", "7,162583", "8,399871", "9,520489"
    })
    void truncatesAsTheRfcsTestValues(long counter, String code) throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(
                new SecretKeySpec(
                        "12345678901234567890".getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));

        var hmac = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());

        assertThat(SignInCodes.sixDigits(hmac)).isEqualTo(code);
    }

    /// RFC 4226, 5.4.
    @Test
    void truncatesAsTheRfcsExample() {
        var hmac = HexFormat.of().parseHex("1f8698690e02ca16618550ef7f19da8e945b555a");

        assertThat(SignInCodes.sixDigits(hmac)).isEqualTo("872921");
    }

    /// Computed by another program: notification-service derives the same.
    @Test
    void derivesTheCodeAndTheBrowsersSecretFromTheId() {
        assertThat(codes.code(CHALLENGE)).isEqualTo("029640");
        assertThat(codes.browserSecret(CHALLENGE))
                .isEqualTo("QHwJFZwApvqqTluXPtue2itF42m7mgSK8leAq5V-sYY");
    }

    @Test
    void knowsItsOwn() {
        assertThat(codes.isCode(CHALLENGE, "029640")).isTrue();
        assertThat(codes.isCode(CHALLENGE, "029641")).isFalse();
        assertThat(codes.isCode(CHALLENGE, "29640")).isFalse();
        assertThat(codes.isBrowserSecret(CHALLENGE, codes.browserSecret(CHALLENGE))).isTrue();
        assertThat(codes.isBrowserSecret(CHALLENGE, "")).isFalse();
    }

    @Test
    void anotherSecretMakesAnotherCode() {
        var others =
                new SignInCodes(new DerivedSecrets("another secret that is just as long as this"));

        assertThat(others.code(CHALLENGE)).isNotEqualTo(codes.code(CHALLENGE));
        assertThat(others.browserSecret(CHALLENGE)).isNotEqualTo(codes.browserSecret(CHALLENGE));
    }
}
