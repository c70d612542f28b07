package org.tinkuy.site.visitor;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The code that this browser asked for.
public record SignInChallenge(UUID id, String browserSecret) {

    private static final Pattern COOKIE =
            Pattern.compile(
                    "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{1,128})");

    String cookie() {
        return id + "." + browserSecret;
    }

    static Optional<SignInChallenge> parse(String cookie) {
        var parts = COOKIE.matcher(cookie);
        return parts.matches()
                ? Optional.of(new SignInChallenge(UUID.fromString(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }
}
