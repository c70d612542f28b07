package org.tinkuy.session.speaker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.tinkuy.requests.WrittenSecret;

/// What stands in the link of an invitation: 128 bits that nobody can guess. Whoever has it is the
/// speaker.
public record InvitationSecret(String text) {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new InvitationSecret(WrittenSecret.write(bytes));
    }

    /// What is stored in its place, and says nothing of it: SHA-256, in hexadecimal digits.
    public String digest() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Logs and error pages show objects.
    @Override
    public String toString() {
        return "InvitationSecret[…]";
    }
}
