package org.tinkuy.notification.newsletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tinkuy.requests.WrittenSecret;

/// What stands in the link of a confirmation mail: which request it confirms, and 128 bits that
/// only this service can have made. So nothing that would confirm rests in the database.
public record ConfirmationToken(UUID request, String text) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

    public static ConfirmationToken of(UUID request, String secret) {
        var bytes =
                ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                        .putLong(request.getMostSignificantBits())
                        .putLong(request.getLeastSignificantBits())
                        .put(mac(request, secret))
                        .array();
        return new ConfirmationToken(request, WrittenSecret.write(bytes));
    }

    /// Empty for what this service did not make.
    static Optional<ConfirmationToken> read(String text, String secret) {
        return WrittenSecret.read(text)
                .filter(bytes -> bytes.length == ID_BYTES + MAC_BYTES)
                .filter(bytes -> isOurs(bytes, secret))
                .map(bytes -> new ConfirmationToken(request(bytes), text));
    }

    private static boolean isOurs(byte[] bytes, String secret) {
        return MessageDigest.isEqual(
                mac(request(bytes), secret), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    }

    private static UUID request(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /// The prefix keeps these apart from the codes that the same secret signs.
    private static byte[] mac(UUID request, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var whole =
                    mac.doFinal(
                            ("newsletter-confirmation:" + request)
                                    .getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// Logs and error pages show objects.
    @Override
    public String toString() {
        return "ConfirmationToken[" + request + "]";
    }
}
