package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinkuy.notification.delivery.mail.HandoverQueue.Begun;
import org.tinkuy.smtp.SmtpConnection;
import org.tinkuy.smtp.SmtpUnreachable;

/// The time in which one line serves: it hands over what the lane's queue holds, until there is
/// nothing more.
final class Shift {

    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
    private static final Duration MORE_MAY_COME_WITHIN = Duration.ofMillis(100);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(500);

    enum End {
        RESTS,
        /// It is one too many.
        LEAVES,
        BROKEN,
        /// The server took no further connection.
        NOT_LET_IN
    }

    private final LaneWork work;
    private final Line line;
    private final BooleanSupplier isTooMany;
    private final BooleanSupplier running;
    private boolean leaves;

    Shift(LaneWork work, Line line, BooleanSupplier isTooMany, BooleanSupplier running) {
        this.work = work;
        this.line = line;
        this.isTooMany = isTooMany;
        this.running = running;
    }

    End run() {
        var wasOpen = line.isOpen();
        try {
            line.connection();
            wasOpen = true;
            while (goesOn() && handsOverSome()) {
                line.wasUsed();
            }
            return leaves ? End.LEAVES : End.RESTS;
        } catch (SmtpUnreachable e) {
            LOG.debug("There is no further connection: {}", e.reason());
            return wasOpen ? brokenUnlessItLeaves() : End.NOT_LET_IN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return brokenUnlessItLeaves();
        } catch (RuntimeException e) {
            LOG.error("A connection ended unexpectedly", e);
            return brokenUnlessItLeaves();
        }
    }

    private End brokenUnlessItLeaves() {
        return leaves ? End.LEAVES : End.BROKEN;
    }

    private boolean goesOn() {
        leaves = leaves || isTooMany.getAsBoolean();
        return !leaves && running.getAsBoolean();
    }

    private boolean handsOverSome() throws SmtpUnreachable, InterruptedException {
        var pause = work.pause();
        if (!pause.isZero()) {
            Thread.sleep(shorter(pause));
            return !work.queue().isEmpty();
        }
        var first = work.queue().await(MORE_MAY_COME_WITHIN);
        if (first == null) {
            return false;
        }
        if (takesItsTurn(first)) {
            new Dispatch(work, first, this::goesOn).over(connection(first));
        }
        return true;
    }

    private boolean takesItsTurn(Begun first) throws InterruptedException {
        for (var turn = turn(); !turn.isZero(); turn = turn()) {
            if (!running.getAsBoolean() || first.isStale()) {
                work.queue().giveBack(first, "it is another's turn, or there was no time left");
                return false;
            }
            Thread.sleep(shorter(turn));
        }
        return true;
    }

    private Duration turn() {
        return work.tools().pace().turn(work.lane());
    }

    private SmtpConnection connection(Begun first) throws SmtpUnreachable {
        try {
            return line.connection();
        } catch (SmtpUnreachable e) {
            work.queue().giveBack(first, ReplyText.of(e.reason()));
            throw e;
        }
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(SHORT_PAUSE) < 0 ? pause : SHORT_PAUSE;
    }
}
