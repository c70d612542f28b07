package org.tinkuy.benchmarks;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// What the field does: Angus Mail as shipped, one message per recipient, over connections that are
/// kept. It needs no database, which ours does.
public final class AngusReference {

    private AngusReference() {}

    /// Arguments: port, mails, connections.
    public static void main(String[] arguments) throws InterruptedException {
        var port = Integer.parseInt(arguments[0]);
        var mails = Integer.parseInt(arguments[1]);
        var connections = Integer.parseInt(arguments[2]);
        var next = new AtomicInteger();
        var running = new CountDownLatch(connections);
        for (var i = 0; i < connections; i++) {
            Thread.ofPlatform()
                    .start(() -> {
                        send(port, mails, next);
                        running.countDown();
                    });
        }
        running.await();
    }

    private static void send(int port, int mails, AtomicInteger next) {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            for (var number = next.getAndIncrement();
                    number < mails;
                    number = next.getAndIncrement()) {
                var message = message(session, number);
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage message(Session session, int number) throws MessagingException {
        var name = "Ana Quispe " + number;
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("no-reply@example.org"));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress("angus-" + number + "@example.org"));
        message.setSubject("Recordatorio: Plenaria · Minería y desarrollo en Apurímac", "UTF-8");
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        var body = new MimeMultipart("alternative");
        body.addBodyPart(part(SampleWords.plain(name), "plain"));
        body.addBodyPart(part(SampleWords.html(name), "html"));
        message.setContent(body);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
