package org.tinkuy.notification.delivery.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.tinkuy.notification.delivery.Addressee;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.OneLine;

/// A mail as it goes over the wire (RFC 5322, RFC 2045).
final class MailMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;
    private volatile boolean bytesLeft;

    private MailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /// @throws MessagingException if the recipient's address cannot be written in a header
    static MailMessage of(
            DeliveryId delivery, Mail mail, MailFrom from, Session session, Instant now)
            throws MessagingException {
        var message = new MailMessage(session, "<" + delivery.value() + "@" + from.domain() + ">");
        message.setFrom(from.address());
        message.setRecipient(Message.RecipientType.TO, mailbox(mail.to()));
        var text = mail.text();
        message.setSubject(OneLine.of(spliced(text.subject(), mail)), UTF_8);
        message.setSentDate(Date.from(now));
        message.setContentLanguage(new String[] {text.language().tag()});
        if (text.list().isEmpty()) {
            message.setHeader("Auto-Submitted", "auto-generated");
        }
        message.setContent(body(mail));
        message.saveChanges();
        return message;
    }

    /// Whether the server asked for the message and got at least its beginning.
    boolean bytesLeft() {
        return bytesLeft;
    }

    /// Every copy carries the same one, so that receivers can drop a second copy.
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        bytesLeft = true;
        super.writeTo(out, ignored);
    }

    private static InternetAddress mailbox(Addressee to) throws MessagingException {
        var mailbox = new InternetAddress(to.address(), true);
        var name = to.name();
        if (name != null && !name.isBlank()) {
            try {
                mailbox.setPersonal(OneLine.of(name), UTF_8);
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("every Java has UTF-8", e);
            }
        }
        return mailbox;
    }

    private static MimeMultipart body(Mail mail) throws MessagingException {
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(spliced(mail.text().plain(), mail), "plain"));
        alternative.addBodyPart(text(spliced(mail.text().html(), mail), "html"));
        var calendar = mail.text().calendar();
        if (calendar.isEmpty()) {
            return alternative;
        }
        var words = new MimeBodyPart();
        words.setContent(alternative);
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(words);
        mixed.addBodyPart(calendar(calendar.get()));
        return mixed;
    }

    private static String spliced(String text, Mail mail) {
        var spliced = text;
        for (var slot : mail.text().slots()) {
            spliced = spliced.replace("{" + slot + "}", OneLine.of(mail.slot(slot)));
        }
        return spliced;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart calendar(CalendarFile file) throws MessagingException {
        var part = text(file.text(), "calendar");
        part.setHeader(
                "Content-Type",
                "text/calendar; charset=UTF-8; method=" + file.method() + "; name=tinkuy.ics");
        part.setHeader("Content-Disposition", "attachment; filename=tinkuy.ics");
        return part;
    }
}
