package org.tinkuy.notification.newsletter;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ends one subscription, from any mail that was ever sent to it: minted once, kept as it is (a
/// changed secret must not break the links in old mails), and no more than that can be done with
/// it.
public record UnsubscribeToken(String text) {

    /// Nobody's: the link of a test is of no subscription, as its page says.
    public static final UnsubscribeToken OF_A_TEST =
            new UnsubscribeToken("a-test-nobody-subscribed");

    private static final int BYTES = 18;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static UnsubscribeToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new UnsubscribeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<UnsubscribeToken> read(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new UnsubscribeToken(text))
                : Optional.empty();
    }

    /// Logs and error pages show objects.
    @Override
    public String toString() {
        return "UnsubscribeToken[…]";
    }
}
