package org.tinkuy.registration.identity;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key on P-256 and the time in which it signs.
///
/// @param id the `kid` of its tokens
/// @param privateKey `null` where it was sealed with another secret: it verifies, but cannot sign
public record SigningKey(
        UUID id,
        ECPublicKey publicKey,
        @Nullable ECPrivateKey privateKey,
        Instant signsFrom,
        Instant signsUntil) {

    boolean signsAt(Instant now) {
        return privateKey != null && !now.isBefore(signsFrom) && now.isBefore(signsUntil);
    }
}
