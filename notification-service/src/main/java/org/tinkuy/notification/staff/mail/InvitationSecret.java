package org.tinkuy.notification.staff.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tinkuy.requests.WrittenSecret;

/// What opens an invitation, as registration-service derives it: the invitation's id, and the first
/// 128 bits of HMAC-SHA-256 over it.
final class InvitationSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

    private InvitationSecret() {}

    static String of(UUID invitation, String secret) {
        return WrittenSecret.write(
                ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                        .putLong(invitation.getMostSignificantBits())
                        .putLong(invitation.getLeastSignificantBits())
                        .put(
                                Arrays.copyOf(
                                        hmac("staff-invitation:" + invitation, secret), MAC_BYTES))
                        .array());
    }

    private static byte[] hmac(String message, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
