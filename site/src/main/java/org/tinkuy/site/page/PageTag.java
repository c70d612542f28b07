package org.tinkuy.site.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// By what a browser asks whether a page is still the same. Weak: compressed or not is the same
/// page.
final class PageTag {

    private PageTag() {}

    static String of(byte[] html) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(html);
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
