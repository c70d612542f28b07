package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.smtp.SmtpConnection;
import org.tinkuy.smtp.SmtpUnreachable;

/// What one thread of a lane keeps between its rounds: who it is to the database, its connection to
/// the mail server, and what it must not forget.
final class Line implements AutoCloseable {

    private static final Duration LOOKED_AT_AFTER = Duration.ofSeconds(1);
    private static final Duration KEPT_FOR = Duration.ofSeconds(30);

    private final Lane lane;
    private final WorkerMembership membership;
    private final Verdicts verdicts;
    private final MailServer server;
    private final Set<DeliveryId> begun = new HashSet<>();
    private @Nullable Long epoch;
    private @Nullable SmtpConnection connection;
    private boolean troubled;
    private long usedAt = System.nanoTime();

    Line(Lane lane, WorkerMembership membership, Verdicts verdicts, MailServer server) {
        this.lane = lane;
        this.membership = membership;
        this.verdicts = verdicts;
        this.server = server;
    }

    Lane lane() {
        return lane;
    }

    Verdicts verdicts() {
        return verdicts;
    }

    /// A new one once the former was taken for dead: then others have taken over what it held.
    long epoch() {
        var known = epoch;
        if (known == null || !membership.has(known)) {
            known = membership.join();
            epoch = known;
            begun.clear();
            troubled = false;
        }
        return known;
    }

    /// The database did not answer in the middle of a round, so it may hold more for this worker
    /// than the worker knows.
    void isTroubled() {
        troubled = true;
    }

    boolean wasTroubled() {
        return troubled;
    }

    /// Written down as begun, while no byte of it has left.
    Set<DeliveryId> begun() {
        return begun;
    }

    List<DeliveryId> giveUpBegun() {
        troubled = false;
        var given = List.copyOf(begun);
        begun.clear();
        return given;
    }

    /// The server may have ended an idle conversation meanwhile; no message is spent to find out.
    SmtpConnection connection() throws SmtpUnreachable {
        var open = connection;
        var idle = System.nanoTime() - usedAt;
        if (open == null
                || !open.isUsable()
                || (idle > LOOKED_AT_AFTER.toNanos() && !open.stillAnswers())) {
            close();
            open = server.connect();
            connection = open;
        }
        usedAt = System.nanoTime();
        return open;
    }

    void closeUnlessUsedLately() {
        if (System.nanoTime() - usedAt > KEPT_FOR.toNanos()) {
            close();
        }
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        if (open != null) {
            server.close(open);
        }
    }
}
