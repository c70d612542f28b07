package org.tinkuy.notification.newsletter;

import java.util.Arrays;
import java.util.regex.Pattern;

/// Addresses that the values of variables make useless. Percent-encoded, a value may stand in a
/// path, a query or a fragment. A host is not written so, nor is a mailbox, except for the reader's
/// own; and behind the page that ends a subscription there is no other.
final class BrokenLinks {

    private static final Pattern HOST =
            Pattern.compile("https?://([^/?#]*+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAILBOXES =
            Pattern.compile("mailto:([^?#]*+)", Pattern.CASE_INSENSITIVE);

    private BrokenLinks() {}

    /// @param address with marks where variables stand
    static boolean isOne(String address) {
        var unsubscribe = Variable.UNSUBSCRIBE.mark();
        if (address.startsWith(unsubscribe)) {
            var rest = address.substring(unsubscribe.length());
            return !rest.isEmpty() && !rest.startsWith("?") && !rest.startsWith("#");
        }
        return hasNoHost(address);
    }

    /// The end of an address in the midst of words is a guess; its beginning is not.
    static boolean hasNoHost(String address) {
        if (address.startsWith(Variable.UNSUBSCRIBE.mark())) {
            return false;
        }
        var filled = Variable.inLink(address);
        var host = HOST.matcher(filled);
        if (host.lookingAt()) {
            return Variable.isInLink(host.group(1));
        }
        var mailboxes = MAILBOXES.matcher(filled);
        return mailboxes.lookingAt()
                && Arrays.stream(mailboxes.group(1).split(",", -1))
                        .filter(mailbox -> !mailbox.equals(Variable.ADDRESS.markInLink()))
                        .anyMatch(Variable::isInLink);
    }
}
