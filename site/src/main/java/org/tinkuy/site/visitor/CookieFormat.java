package org.tinkuy.site.visitor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
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
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.writeValueAsString(told).getBytes(StandardCharsets.UTF_8));
    }

    <T> Optional<T> read(String cookie, Class<T> type) {
        try {
            return Optional.ofNullable(json.readValue(Base64.getUrlDecoder().decode(cookie), type));
        } catch (IllegalArgumentException | NullPointerException | JacksonException _) {
            return Optional.empty();
        }
    }
}
