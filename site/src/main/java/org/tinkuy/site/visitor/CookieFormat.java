package org.tinkuy.site.visitor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tinkuy.requests.WrittenSecret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// JSON in base64url, as a cookie's value allows. The visitor may forge it, but only tells
/// themselves something wrong.
@Component
class CookieFormat {

    private final JsonMapper json;

    CookieFormat(JsonMapper json) {
        this.json = json;
    }

    String write(Object told) {
        return WrittenSecret.write(json.writeValueAsString(told).getBytes(StandardCharsets.UTF_8));
    }

    <T> Optional<T> read(String cookie, Class<T> type) {
        return WrittenSecret.read(cookie).flatMap(bytes -> json(bytes, type));
    }

    private <T> Optional<T> json(byte[] bytes, Class<T> type) {
        try {
            return Optional.ofNullable(json.readValue(bytes, type));
        } catch (IllegalArgumentException | NullPointerException | JacksonException _) {
            return Optional.empty();
        }
    }
}
