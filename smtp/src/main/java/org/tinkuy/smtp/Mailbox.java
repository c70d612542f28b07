package org.tinkuy.smtp;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address that mail can be sent to, as it goes over the wire (RFC 5321 §4.1.2, RFC 6531).
///
/// @param localPart before the @, with its quotes if it has any
/// @param domain in ASCII: a name in another script is written in its A-labels (RFC 5890)
public record Mailbox(String localPart, String domain) {

    private static final Pattern DOT_ATOM =
            Pattern.compile(
                    "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]++"
                            + "(?:\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[ -~])++\"");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    /// A letter with its accents apart is some characters long; in ASCII it is longer still.
    private static final int LONGEST_AS_TYPED = 4 * LONGEST;

    /// Java knows the rules of 2003, by which these become other names (RFC 5891 has its own): a
    /// mail would go to somebody else's domain.
    private static final Pattern MEANS_ANOTHER_DOMAIN = Pattern.compile("[ßςẞ\u200c\u200d]");

    /// Why mail cannot be sent there, in words for an organiser.
    public static final class Unusable extends Exception {

        Unusable(String reason) {
            super(reason);
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    public static Mailbox of(String address) throws Unusable {
        if (address.length() > LONGEST_AS_TYPED) {
            throw new Unusable("the address is longer than mail servers take");
        }
        var at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw new Unusable("no address that mail can be sent to");
        }
        var local = address.substring(0, at);
        if (!DOT_ATOM.matcher(local).matches() && !QUOTED.matcher(local).matches()) {
            throw new Unusable("no address that mail can be sent to");
        }
        var mailbox = new Mailbox(local, ascii(address.substring(at + 1)));
        if (bytes(local) > LONGEST_LOCAL_PART || bytes(mailbox.toString()) > LONGEST) {
            throw new Unusable("the address is longer than mail servers take");
        }
        return mailbox;
    }

    private static String ascii(String domain) throws Unusable {
        if (domain.startsWith("[")) {
            throw new Unusable("an address must name a domain, not a machine's number");
        }
        if (MEANS_ANOTHER_DOMAIN.matcher(domain).find()) {
            throw new Unusable(
                    "the address's domain has letters that must be written in ASCII (xn--…)");
        }
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (ascii.isEmpty() || ascii.startsWith(".") || ascii.contains("..")) {
                throw new Unusable("no address that mail can be sent to");
            }
            return ascii;
        } catch (IllegalArgumentException _) {
            throw new Unusable("no address that mail can be sent to");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// A local part beyond ASCII is taken only by servers that offer SMTPUTF8.
    public boolean needsUtf8() {
        return localPart.chars().anyMatch(c -> c > 0x7f);
    }

    @Override
    public String toString() {
        return localPart + "@" + domain;
    }
}
