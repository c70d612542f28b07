package org.tinkuy.notification.delivery.mail;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.smtp.Mailbox;
import org.tinkuy.smtp.WireBuffer;

/// Makes whole messages, signed where keys are configured.
@Component
class MailComposer {

    /// Campaigns and reminders, in each language and time zone.
    private static final int TEXTS_KEPT = 200;

    private final MailFrom from;
    private final Signers signers;
    private final Clock clock;
    private final Map<MailText, CompiledMail> compiled = new ConcurrentHashMap<>();

    MailComposer(MailFrom from, NotificationSettings settings, Clock clock) {
        this.from = from;
        this.signers = Signers.of(settings.mail(), from);
        this.clock = clock;
    }

    /// A text with slots is one of many copies; a text without them is nobody else's.
    CompiledMail compile(MailText text) {
        if (text.slots().isEmpty()) {
            return CompiledMail.of(text, from.of(text));
        }
        if (compiled.size() >= TEXTS_KEPT) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(text, one -> CompiledMail.of(one, from.of(one)));
    }

    void compose(
            DeliveryId delivery, Mail mail, CompiledMail text, Mailbox to, WireBuffer message) {
        var fields = text.fields(delivery, mail, to, clock.instant());
        var body = new WireBuffer();
        text.body(mail, body);
        message.clear();
        signers.of(text.from().mailbox().domain())
                .ifPresent(key -> key.sign(fields, body, message));
        for (var field : fields) {
            message.add(field).add("\r\n");
        }
        message.add("\r\n").add(body, 0, body.length());
    }
}
