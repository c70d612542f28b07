package org.tinkuy.notification.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.Closeable;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Outcome;

/// The one mail server that takes our messages.
@Component
class MailServer {

    /// @param reason `null`: it answered
    record Condition(Instant since, @Nullable String reason) {}

    private final JavaMailSenderImpl settings;
    private final Clock clock;
    private final AtomicReference<@Nullable Condition> condition = new AtomicReference<>();

    MailServer(JavaMailSenderImpl settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Session session() {
        return settings.getSession();
    }

    /// What the last attempt to reach it met, and since when; `null` before the first.
    @Nullable Condition condition() {
        return condition.get();
    }

    Connection connect() throws Unreachable {
        try {
            var transport = session().getTransport("smtp");
            transport.connect(
                    settings.getHost(),
                    settings.getPort(),
                    settings.getUsername(),
                    settings.getPassword());
            met(null);
            return new Connection(transport);
        } catch (MessagingException e) {
            var reason = words(e);
            met(reason);
            throw new Unreachable(reason, e);
        }
    }

    private void met(@Nullable String reason) {
        condition.updateAndGet(before ->
                before != null && (before.reason() == null) == (reason == null)
                        ? new Condition(before.since(), reason)
                        : new Condition(clock.instant(), reason));
    }

    static final class Unreachable extends Exception {

        Unreachable(String reason, Throwable cause) {
            super(reason, cause);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /// A conversation; not for several threads.
    static final class Connection implements Closeable {

        private final Transport transport;

        private Connection(Transport transport) {
            this.transport = transport;
        }

        Outcome send(MailMessage message) {
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return new Outcome.Accepted();
            } catch (MessagingException e) {
                return outcome(e, message.bytesLeft());
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException _) {
                // Whatever it was about has been answered, or will be tried again.
            }
        }
    }

    static Outcome outcome(MessagingException failure, boolean bytesLeft) {
        return switch (reply(failure) / 100) {
            case 4 -> new Outcome.Deferred(words(failure));
            case 5 -> new Outcome.Refused(words(failure));
            default ->
                    bytesLeft
                            ? new Outcome.Unknown(words(failure))
                            : new Outcome.Deferred(words(failure));
        };
    }

    /// The server's reply to the recipient or to the message; 0 if it gave none. A refusal of the
    /// sender is about us and not about this message, so it may pass.
    private static int reply(MessagingException failure) {
        for (Exception e = failure; e != null; e = next(e)) {
            switch (e) {
                case SMTPAddressFailedException recipient -> {
                    return recipient.getReturnCode();
                }
                case SMTPSendFailedException message when message.getReturnCode() > 0 -> {
                    return message.getReturnCode();
                }
                default -> {}
            }
        }
        return 0;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException failure ? failure.getNextException() : null;
    }

    /// The innermost reason, which is the server's own words where it said any.
    private static String words(MessagingException failure) {
        Exception innermost = failure;
        for (var e = next(failure); e != null; e = next(e)) {
            innermost = e;
        }
        var message = innermost.getMessage();
        var said = message == null || message.isBlank() ? innermost.toString() : message;
        return ServerWords.of(
                innermost instanceof SendFailedException ? said : "no answer: " + said);
    }
}
