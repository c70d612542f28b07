package org.tinkuy.registration.registration.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.Refusal;
import org.tinkuy.registration.seats.IdempotencyKey;
import tools.jackson.databind.json.JsonMapper;

/// Reads the header that lets a client repeat a request whose answer got lost.
final class RequestKey {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final class Unusable extends Refusal {
        Unusable(String name, String title) {
            super(Because.INVALID, name, title);
        }
    }

    private RequestKey() {}

    /// @param request who asks for what: a request that differs in it is another one
    static IdempotencyKey of(@Nullable String header, Object request) {
        if (header == null || header.isBlank()) {
            throw new Unusable("idempotency-key-missing", "The header Idempotency-Key is missing.");
        }
        if (!VALID.matcher(header).matches()) {
            throw new Unusable(
                    "idempotency-key-invalid",
                    "An Idempotency-Key has 16 to 64 letters, digits, hyphens or underscores.");
        }
        return new IdempotencyKey(header, hash(JSON.writeValueAsString(request)));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
