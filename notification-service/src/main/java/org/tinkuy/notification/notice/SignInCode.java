package org.tinkuy.notification.notice;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The six digits that prove that somebody reads the mail of an address.
///
/// Both ends derive them from the challenge's id and a secret that they share, so that no code
/// travels over a topic or rests in a database: HMAC-SHA-256, shortened as in RFC 4226 §5.3.
public record SignInCode(String digits) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 6;
    private static final int MODULUS = BigInteger.TEN.pow(DIGITS).intValueExact();
    private static final int LOW_NIBBLE = 0xf;
    private static final int WITHOUT_SIGN = 0x7fff_ffff;

    public static SignInCode of(UUID challengeId, String secret) {
        var hash = hmac(secret, "code:" + challengeId);
        var offset = hash[hash.length - 1] & LOW_NIBBLE;
        var number = ByteBuffer.wrap(hash).getInt(offset) & WITHOUT_SIGN;
        return new SignInCode(String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS));
    }

    private static byte[] hmac(String secret, String message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
