package org.tinkuy.site.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// By what a browser asks whether a page is still the same. Weak: compressed or not is the same
/// page.
public final class PageTag {

    private PageTag() {}

    /// What a browser says it knows may be anything; only a tag of ours among it means something.
    public static boolean isKnown(ServerHttpRequest request, String tag) {
        return request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(tags -> Arrays.stream(tags.split(",", -1)))
                .anyMatch(known -> known.strip().equals(tag));
    }

    public static String of(byte[] page) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(page);
            return "W/\""
                    + new String(
                            Base64.getUrlEncoder().withoutPadding().encode(digest),
                            StandardCharsets.US_ASCII)
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
