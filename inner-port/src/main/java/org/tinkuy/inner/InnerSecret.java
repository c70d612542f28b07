package org.tinkuy.inner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.tinkuy.settings.RefusedSetting;

/// What services and operators show each other, as a bearer token (RFC 6750).
///
/// @param value 32 characters or more
public record InnerSecret(String value) {

    private static final int SHORTEST = 32;

    /// Fails with [RefusedSetting].
    public InnerSecret {
        if (value.length() < SHORTEST) {
            throw RefusedSetting.of(
                    "TINKUY_INNER_SECRET", value, "at least " + SHORTEST + " characters");
        }
    }

    /// The value of the header `Authorization`.
    public String authorization() {
        return "Bearer " + value;
    }

    boolean isShownBy(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        authorization().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "InnerSecret";
    }
}
