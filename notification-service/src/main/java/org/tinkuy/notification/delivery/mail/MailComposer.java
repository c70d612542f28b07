package org.tinkuy.notification.delivery.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.settings.RefusedSetting;
import org.tinkuy.smtp.DkimSigner;
import org.tinkuy.smtp.Mailbox;
import org.tinkuy.smtp.WireBuffer;

/// Makes whole messages, signed where a key is configured.
@Component
class MailComposer {

    /// Campaigns and reminders, in each language and time zone.
    private static final int TEXTS_KEPT = 200;

    private final MailFrom from;
    private final Optional<DkimSigner> signer;
    private final Clock clock;
    private final Map<MailText, CompiledMail> compiled = new ConcurrentHashMap<>();

    MailComposer(MailFrom from, NotificationSettings settings, Clock clock) {
        this.from = from;
        this.signer = signer(settings.mail().dkim(), from);
        this.clock = clock;
    }

    private static Optional<DkimSigner> signer(NotificationSettings.Dkim dkim, MailFrom from) {
        if (dkim.key().isBlank()) {
            return Optional.empty();
        }
        if (dkim.selector().isBlank()) {
            throw RefusedSetting.of(
                    "TINKUY_DKIM_SELECTOR",
                    "",
                    "a name such as tinkuy, since TINKUY_DKIM_KEY is set");
        }
        var domain =
                dkim.domain().isBlank() ? from.transactional().mailbox().domain() : dkim.domain();
        try {
            var pem = Files.readString(Path.of(dkim.key()));
            return Optional.of(DkimSigner.of(domain, dkim.selector(), pem));
        } catch (IOException | IllegalArgumentException e) {
            throw RefusedSetting.of(
                    "TINKUY_DKIM_KEY",
                    dkim.key(),
                    "a file with an RSA key of 2048 bits or more in PKCS#8 (PEM); "
                            + e.getMessage());
        }
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
        signer.ifPresent(key -> key.sign(fields, body, message));
        for (var field : fields) {
            message.add(field).add("\r\n");
        }
        message.add("\r\n").add(body, 0, body.length());
    }
}
