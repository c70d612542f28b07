package org.tinkuy.site.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// By what a browser asks whether a page is still the same. Weak: compressed or not is the same
/// page.
public final class PageTag {

    private PageTag() {}

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
