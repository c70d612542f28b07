package org.tinkuy.email;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// An address as its owner types it, in lower case so that one mailbox is one attendee and one
/// subscription.
///
/// A domain of other letters is kept in its ASCII form (`xn--…`, RFC 5890), in which it is mailed
/// to. What no mail server takes is refused: a quoted local part, one of other letters, dots that
/// stand at its ends or beside each other (RFC 5321 §4.1.2, Dot-string), a machine's number.
public record EmailAddress(String value) {

    /// RFC 5321 §4.5.3.1.3: a path of 256 octets includes the angle brackets.
    public static final int LONGEST = 254;

    /// A letter with its accents apart is some characters long; in ASCII it is longer still.
    private static final int LONGEST_AS_TYPED = 4 * LONGEST;

    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /// No name of the highest level is a number (RFC 3696 §2).
    private static final Pattern VALID =
            Pattern.compile(
                    "(?=[^@]{1,64}@)%1$s(?:\\.%1$s)*+@(?:%2$s\\.)++(?![0-9]+$)%2$s"
                            .formatted(ATOM, LABEL));

    /// Java knows the rules of 2003, by which these become other names (RFC 5891 has its own): a
    /// mail would go to somebody else's domain.
    private static final Pattern MEANS_ANOTHER_DOMAIN =
            Pattern.compile("[\u00df\u03c2\u1e9e\u200c\u200d]");

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address in its stored form");
        }
    }

    public static Optional<EmailAddress> parse(String typed) {
        var address = typed.strip();
        var at = address.lastIndexOf('@');
        return at < 0 || address.length() > LONGEST_AS_TYPED || !isAscii(address.substring(0, at))
                ? Optional.empty()
                : ascii(address.substring(at + 1))
                        .map(domain -> address.substring(0, at + 1) + domain)
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .filter(EmailAddress::isValid)
                        .map(EmailAddress::new);
    }

    /// The letter that makes a typed domain two: one by the rules of 2003, another by those of
    /// 2008.
    public static Optional<String> ambiguousLetter(String typed) {
        return MEANS_ANOTHER_DOMAIN
                .matcher(typed.substring(typed.lastIndexOf('@') + 1))
                .results()
                .map(MatchResult::group)
                .findFirst();
    }

    /// By what limits count: whoever reads `rosa@…` reads `rosa+1@…`, `rosa+2@…` as well (RFC
    /// 5233), wherever that is so. Nothing is mailed to it, and nobody is known by it.
    public String mailbox() {
        var at = value.indexOf('@');
        var tag = value.indexOf('+');
        return tag > 0 && tag < at ? value.substring(0, tag) + value.substring(at) : value;
    }

    private static Optional<String> ascii(String domain) {
        if (MEANS_ANOTHER_DOMAIN.matcher(domain).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Before case is folded: some letters of other alphabets become ours by that (U+212A, the
    /// Kelvin sign, a `k`), and the address somebody else's.
    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isValid(String value) {
        return value.length() <= LONGEST && VALID.matcher(value).matches();
    }
}
