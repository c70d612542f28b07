package org.tinkuy.notification.delivery.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.smtp.SmtpConnection;
import org.tinkuy.smtp.SmtpServer;
import org.tinkuy.smtp.SmtpUnreachable;

/// The one mail server that takes our messages.
@Component
class MailServer {

    /// @param reason `null`: it answered
    record Condition(Instant since, @Nullable String reason) {}

    private static final Duration WRITING_TAKES_AT_MOST = Duration.ofSeconds(30);

    private final SmtpServer address;
    private final Clock clock;
    private final AtomicReference<@Nullable Condition> condition = new AtomicReference<>();
    private final Set<SmtpConnection> open = ConcurrentHashMap.newKeySet();

    MailServer(NotificationSettings settings, Clock clock) {
        var smtp = settings.smtp();
        this.address =
                new SmtpServer(
                        smtp.host(),
                        smtp.port(),
                        smtp.user().isEmpty() ? null : smtp.user(),
                        smtp.user().isEmpty() ? null : smtp.password(),
                        smtp.tlsRequired() ? SmtpServer.Tls.REQUIRED : SmtpServer.Tls.WHERE_OFFERED,
                        smtp.connectWithin(),
                        smtp.replyWithin(),
                        smtp.takenWithin());
        this.clock = clock;
    }

    /// What the last attempt to reach it met, and since when; `null` before the first.
    @Nullable Condition condition() {
        return condition.get();
    }

    SmtpConnection connect() throws SmtpUnreachable {
        try {
            var connection = connectOnceMore();
            met(null);
            return connection;
        } catch (SmtpUnreachable e) {
            met(ReplyText.of(e.reason()));
            throw e;
        }
    }

    /// It lets nobody in any more, but goes on with those who are.
    void answers() {
        met(null);
    }

    /// While others stand: a server that takes no more of them is well.
    SmtpConnection connectOnceMore() throws SmtpUnreachable {
        var connection = SmtpConnection.open(address);
        open.add(connection);
        return connection;
    }

    void close(SmtpConnection connection) {
        open.remove(connection);
        connection.close();
    }

    void endStuckConnections() {
        open.forEach(connection -> connection.endIfStuckFor(WRITING_TAKES_AT_MOST));
    }

    private void met(@Nullable String reason) {
        condition.updateAndGet(before ->
                before != null && (before.reason() == null) == (reason == null)
                        ? new Condition(before.since(), reason)
                        : new Condition(clock.instant(), reason));
    }
}
