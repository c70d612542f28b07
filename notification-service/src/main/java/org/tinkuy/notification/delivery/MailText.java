package org.tinkuy.notification.delivery;

import java.util.Optional;
import java.util.Set;
import org.tinkuy.languages.Language;

/// What a mail says to everybody who gets it.
///
/// It is compiled once, so whoever writes to many gives all of them one text, with slots for what
/// differs. The slot `name` is written `{name}`, in the subject, the plain text, the HTML and the
/// links of the mailing list; other braces stand for themselves.
///
/// @param sender whom it comes from, for people; empty: whom all mails come from. The address is
///   always the configured one.
/// @param replyTo an address that answers go to; empty: the sender's
/// @param list empty for what answers or reminds one person (transactional); such a mail says that
///   it was sent automatically and has no link to unsubscribe
public record MailText(
        Language language,
        String sender,
        String subject,
        String plain,
        String html,
        Optional<CalendarFile> calendar,
        Optional<String> replyTo,
        Optional<MailingList> list,
        Set<String> slots) {

    public MailText {
        slots = Set.copyOf(slots);
    }

    public MailText(
            Language language,
            String subject,
            String plain,
            String html,
            Optional<CalendarFile> calendar,
            Optional<MailingList> list,
            Set<String> slots) {
        this(language, "", subject, plain, html, calendar, Optional.empty(), list, slots);
    }

    public MailText from(String name) {
        return new MailText(language, name, subject, plain, html, calendar, replyTo, list, slots);
    }

    public MailText answeredTo(Optional<String> address) {
        return new MailText(language, sender, subject, plain, html, calendar, address, list, slots);
    }
}
