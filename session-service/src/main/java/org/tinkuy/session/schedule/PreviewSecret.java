package org.tinkuy.session.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import org.tinkuy.requests.WrittenSecret;

/// The opaque 256 bits in a link that shows drafts; only their hash is stored. So much chance needs
/// no salt and no slow hash.
public record PreviewSecret(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static PreviewSecret next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new PreviewSecret(WrittenSecret.write(bytes));
    }

    /// Empty for what can be none.
    public static Optional<PreviewSecret> read(String text) {
        return WrittenSecret.read(text)
                .filter(bytes -> bytes.length == BYTES)
                .map(_ -> new PreviewSecret(text));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Logs show objects.
    @Override
    public String toString() {
        return "PreviewSecret[…]";
    }
}
