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
class PendingFormat {

    private final JsonMapper json;

    PendingFormat(JsonMapper json) {
        this.json = json;
    }

    String write(Pending pending) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.writeValueAsString(pending).getBytes(StandardCharsets.UTF_8));
    }

    Optional<Pending> read(String cookie) {
        try {
            return Optional.ofNullable(
                    json.readValue(Base64.getUrlDecoder().decode(cookie), Pending.class));
        } catch (IllegalArgumentException | NullPointerException | JacksonException _) {
            return Optional.empty();
        }
    }
}
