package org.tinkuy.requests;

import java.util.Base64;
import java.util.Optional;

/// Bytes in an address or a cookie, as base64url without padding (RFC 4648, 5) and in one spelling
/// only. Java's decoder takes four to sixteen: with padding and without, and whatever the last
/// character has in the bits that mean nothing (3.5).
public final class WrittenSecret {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private WrittenSecret() {}

    public static String write(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// Whether these are the right bytes is for whoever reads them to compare in constant time; the
    /// spelling says nothing of them.
    ///
    /// @return empty: nothing that [#write] wrote
    public static Optional<byte[]> read(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> write(bytes).equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
