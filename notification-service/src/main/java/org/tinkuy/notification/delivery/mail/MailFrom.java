package org.tinkuy.notification.delivery.mail;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.people.OneLine;
import org.tinkuy.settings.RefusedSetting;
import org.tinkuy.smtp.Mailbox;

/// Whom mails come from.
@Component
class MailFrom {

    private static final Pattern NAMED = Pattern.compile("\\s*\"?(.*?)\"?\\s*<([^<>]+)>\\s*");

    private final Sender transactional;
    private final Sender newsletter;

    MailFrom(NotificationSettings settings) {
        var mail = settings.mail();
        this.transactional = Sender.of("TINKUY_MAIL_FROM", mail.from());
        this.newsletter =
                mail.newsletterFrom().isBlank()
                        ? transactional
                        : Sender.of("TINKUY_NEWSLETTER_FROM", mail.newsletterFrom());
        requireMailbox(mail.unsubscribeMailbox());
    }

    private static void requireMailbox(String typed) {
        try {
            var _ = typed.isBlank() ? null : Mailbox.of(typed);
        } catch (Mailbox.Unusable _) {
            throw RefusedSetting.of(
                    "TINKUY_UNSUBSCRIBE_MAILBOX", typed, "an address such as leave@example.org");
        }
    }

    /// Subscriptions have a sender of their own, so that a complaint about one does not harm the
    /// other.
    Sender of(MailText text) {
        var configured = text.list().isPresent() ? newsletter : transactional;
        return text.sender().isBlank()
                ? configured
                : new Sender(OneLine.of(text.sender()), configured.mailbox());
    }

    Sender transactional() {
        return transactional;
    }

    Sender newsletter() {
        return newsletter;
    }

    record Sender(String name, Mailbox mailbox) {

        private static Sender of(String setting, String typed) {
            var named = NAMED.matcher(typed);
            var address = named.matches() ? named.group(2) : typed.strip();
            try {
                var mailbox = Mailbox.of(address);
                return new Sender(
                        OneLine.of(named.matches() ? named.group(1) : mailbox.toString()), mailbox);
            } catch (Mailbox.Unusable _) {
                throw RefusedSetting.of(
                        setting, typed, "a sender such as Tinkuy <no-reply@example.org>");
            }
        }
    }
}
