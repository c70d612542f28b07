package org.tinkuy.notification.delivery.mail;

import java.util.Set;
import java.util.regex.Pattern;
import org.tinkuy.notification.delivery.Reply;
import org.tinkuy.smtp.Handover;
import org.tinkuy.smtp.SmtpReply;

/// What a mail server's refusal says, and of whom: README.md has the table.
final class Refusals {

    /// RFC 3463: at the start of the text (RFC 2034), or where qmail and Courier put it,
    /// `(#5.7.1)`.
    private static final Pattern STATUS = Pattern.compile("(?:^|#)(5\\.\\d{1,3}\\.\\d{1,3})\\b");

    /// RFC 3463 §3.2, §3.3 and RFC 7505. Of the others of 5.1, 5.1.5 is no refusal, and 5.1.7 to
    /// 5.1.9 speak of the sender. A mailbox that is full (5.2.2) has an owner.
    private static final Set<String> ABOUT_THE_ADDRESS =
            Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1");

    /// Something about an address, ours or the recipient's: its words decide, as without a status.
    private static final String ABOUT_SOME_ADDRESS = "5.1.0";

    /// RFC 5321 §4.2.3 (no such mailbox, not here, no such name) and RFC 7504 (a domain without
    /// mail).
    private static final Set<Integer> CODES_OF_ADDRESSES = Set.of(550, 551, 553, 556);

    /// 550 is also "rejected for policy reasons": who says so without a status says it in words.
    /// Nor is a full mailbox gone.
    private static final Pattern SPEAKS_OF_US =
            Pattern.compile(
                    "\\b(relay\\w*|rcpthosts|authenticat\\w*|authori[sz]\\w*|unauthori[sz]\\w*"
                            + "|polic\\w+|prohibit\\w*|block\\w*|black-?list\\w*|deny-?list\\w*"
                            + "|listed (?:at|by|in|on)|rbl|dnsbl|spam\\w*|reputation|sender\\w*"
                            + "|helo|ehlo|spf|dkim|dmarc|reverse|ptr|rate|limit\\w*|too many"
                            + "|access denied|full|quota|try again|later|temporar\\w*|tls"
                            + "|encrypt\\w*|your (?:ip|host|server|domain|message))\\b",
                    Pattern.CASE_INSENSITIVE);

    private Refusals() {}

    /// A refusal of the sender is about us and not about this message, so it may pass.
    static Reply meaning(Handover.What what, SmtpReply reply) {
        var words = ReplyText.of(reply.toString());
        if (!reply.isPermanent()) {
            return new Reply.Deferred(words);
        }
        return switch (what) {
            case SENDER -> new Reply.Deferred(words, true);
            case RECIPIENT ->
                    isAboutTheAddress(reply)
                            ? new Reply.AddressRefused(words)
                            : new Reply.Refused(words);
            case MESSAGE -> new Reply.Refused(words);
        };
    }

    private static boolean isAboutTheAddress(SmtpReply reply) {
        var status = STATUS.matcher(reply.text());
        if (status.find() && !status.group(1).equals(ABOUT_SOME_ADDRESS)) {
            return ABOUT_THE_ADDRESS.contains(status.group(1));
        }
        return CODES_OF_ADDRESSES.contains(reply.code())
                && !SPEAKS_OF_US.matcher(ReplyText.of(reply.text())).find();
    }
}
