package org.tinkuy.email;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address as its owner types it, in lower case so that one mailbox is one attendee and one
/// subscription.
///
/// A domain of other letters comes in its ASCII form (`xn--…`), which is how browsers send it; a
/// quoted local part is refused.
public record EmailAddress(String value) {

    /// RFC 5321 §4.5.3.1.3: a path of 256 octets includes the angle brackets.
    public static final int LONGEST = 254;

    /// The HTML standard's "valid e-mail address", with at least one dot in the domain: stricter
    /// than RFC 5322 on purpose, and the same as what browsers accept.
    private static final Pattern VALID =
            Pattern.compile(
                    "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address in its stored form");
        }
    }

    public static Optional<EmailAddress> parse(String typed) {
        var value = typed.strip().toLowerCase(Locale.ROOT);
        return isValid(value) ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        return value.length() <= LONGEST && VALID.matcher(value).matches();
    }
}
