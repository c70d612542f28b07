package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinkuy.notification.delivery.mail.HandoverQueue.Begun;
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

    /// Begun, and not yet handed over: its connection was found to have ended, or it waits for its
    /// turn.
    private @Nullable Begun inHand;

    private String endedBecause = "the mail server ended the conversation or is busy";

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
            endedBecause = ReplyText.of(e.reason());
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
        if (inHand == null) {
            var pause = work.pause();
            if (!pause.isZero()) {
                Thread.sleep(shorter(pause));
                return !work.queue().isEmpty();
            }
            inHand = work.queue().await(MORE_MAY_COME_WITHIN);
        }
        var first = inHand;
        if (first == null) {
            return false;
        }
        if (!takesItsTurn(first)) {
            inHand = null;
            work.queue().giveBack(first, "it is another's turn, or there was no time left");
            return true;
        }
        inHand = new Dispatch(work, first, this::goesOn).over(line.connection());
        return inHand == null || work.pause().isZero();
    }

    private boolean takesItsTurn(Begun first) throws InterruptedException {
        for (var turn = turn(); !turn.isZero(); turn = turn()) {
            if (!running.getAsBoolean() || first.isStale()) {
                return false;
            }
            Thread.sleep(shorter(turn));
        }
        return true;
    }

    private Duration turn() {
        return work.tools().pace().turn(work.lane());
    }

    /// Only once the line no longer counts as serving: the supply begins it anew at once.
    void giveBackWhatIsInHand() {
        var held = inHand;
        inHand = null;
        if (held != null) {
            work.queue().giveBack(held, endedBecause);
        }
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(SHORT_PAUSE) < 0 ? pause : SHORT_PAUSE;
    }
}
