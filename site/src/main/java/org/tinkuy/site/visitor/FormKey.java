package org.tinkuy.site.visitor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By what a form that one browser sends again is recognised as the same request. The browser keeps
/// it in a cookie, so that the page with the form says nothing that differs from visitor to visitor
/// or from load to load.
///
/// @param secret nobody else's, so nobody else's request is answered with this browser's answer
/// @param answered a form that was sent under it has its answer: going back and sending that once
///   more is the same request, a form that is opened anew gets another key
public record FormKey(String secret, boolean answered) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 16;
    private static final String ANSWERED = ".answered";
    private static final Pattern COOKIE = Pattern.compile("([A-Za-z0-9_-]{22})(\\.answered)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static FormKey fresh() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new FormKey(base64(secret), false);
    }

    /// The key for a request with that content, 43 letters, digits, hyphens and underscores: what
    /// was changed in between, for instance for the next member of the family after going back, is
    /// another request.
    public String of(String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            return base64(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public FormKey whenAnswered() {
        return new FormKey(secret, true);
    }

    String cookie() {
        return answered ? secret + ANSWERED : secret;
    }

    static Optional<FormKey> parse(String cookie) {
        var parts = COOKIE.matcher(cookie);
        return parts.matches()
                ? Optional.of(new FormKey(parts.group(1), parts.group(2) != null))
                : Optional.empty();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
