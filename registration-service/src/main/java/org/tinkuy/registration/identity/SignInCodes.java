package org.tinkuy.registration.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;

/// Derives what belongs to a challenge from its id, so that neither the code nor the browser's
/// secret is ever stored or sent over a topic. notification-service derives the same code.
final class SignInCodes {

    private static final int CODES = (int) Math.pow(10, SignInChallenge.DIGITS);

    private final DerivedSecrets secrets;

    SignInCodes(DerivedSecrets secrets) {
        this.secrets = secrets;
    }

    /// Six digits.
    String code(UUID challengeId) {
        return sixDigits(secrets.of("code:" + challengeId));
    }

    String browserSecret(UUID challengeId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.of("browser:" + challengeId));
    }

    boolean isCode(UUID challengeId, String given) {
        return same(code(challengeId), given);
    }

    boolean isBrowserSecret(UUID challengeId, String given) {
        return same(browserSecret(challengeId), given);
    }

    /// Dynamic truncation of RFC 4226 §5.3, modulo 10^6; the offset is in the last byte, whatever
    /// the hash's length.
    static String sixDigits(byte[] hmac) {
        var offset = hmac[hmac.length - 1] & 0xf;
        var number =
                (hmac[offset] & 0x7f) << 24
                        | (hmac[offset + 1] & 0xff) << 16
                        | (hmac[offset + 2] & 0xff) << 8
                        | (hmac[offset + 3] & 0xff);
        var digits = Integer.toString(number % CODES);
        return "0".repeat(SignInChallenge.DIGITS - digits.length()) + digits;
    }

    /// Takes as long for a wrong first character as for a wrong last one.
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
