package org.tinkuy.registration.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Secrets that follow from the installation's own (HMAC-SHA256, RFC 2104), so that none is stored.
public final class DerivedSecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public DerivedSecrets(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /// @param purpose what it is for and whom; no two uses may say the same
    /// @return 32 bytes
    public byte[] of(String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
