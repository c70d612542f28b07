package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tinkuy.smtp.SmtpConnection;
import org.tinkuy.smtp.SmtpUnreachable;

/// A connection to the mail server that is kept while it is used, and renewed when it ended. For
/// one thread at a time.
final class Line {

    private static final Duration LOOKED_AT_AFTER = Duration.ofSeconds(1);
    private static final Duration KEPT_FOR = Duration.ofSeconds(30);

    private final MailServer server;
    private final boolean furtherOne;
    private @Nullable SmtpConnection connection;
    private long usedAt = System.nanoTime();

    /// @param furtherOne besides others: that there is no room for it says nothing of the server
    Line(MailServer server, boolean furtherOne) {
        this.server = server;
        this.furtherOne = furtherOne;
    }

    boolean isFurtherOne() {
        return furtherOne;
    }

    boolean isOpen() {
        return connection != null;
    }

    /// The server may have ended an idle conversation meanwhile; no message is spent to find out.
    SmtpConnection connection() throws SmtpUnreachable {
        return connection(LOOKED_AT_AFTER);
    }

    /// So that whoever relies on it relies on no memory.
    void makeSureItAnswers() throws SmtpUnreachable {
        var _ = connection(Duration.ZERO);
    }

    private SmtpConnection connection(Duration believedFor) throws SmtpUnreachable {
        var open = connection;
        var idle = System.nanoTime() - usedAt;
        if (open == null
                || !open.isUsable()
                || (idle > believedFor.toNanos() && !open.stillAnswers())) {
            close();
            open = furtherOne ? server.connectOnceMore() : server.connect();
            connection = open;
        }
        usedAt = System.nanoTime();
        return open;
    }

    /// For another lane, as its first. This one is closed by that.
    Line passOn() {
        var passed = new Line(server, false);
        passed.connection = connection;
        passed.usedAt = usedAt;
        connection = null;
        return passed;
    }

    void wasUsed() {
        usedAt = System.nanoTime();
    }

    boolean wasNotUsedLately() {
        return System.nanoTime() - usedAt > KEPT_FOR.toNanos();
    }

    void close() {
        var open = connection;
        connection = null;
        if (open != null) {
            server.close(open);
        }
    }
}
