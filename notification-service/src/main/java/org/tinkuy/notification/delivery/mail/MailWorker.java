package org.tinkuy.notification.delivery.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.WaitingDeliveries;
import org.tinkuy.smtp.SmtpConnection;
import org.tinkuy.smtp.SmtpUnreachable;

/// Hands the deliveries of a lane to the mail server, batch by batch.
///
/// It blocks its own thread, and holds no transaction while it talks to the mail server.
@Component
class MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    /// Few statements per message.
    private static final int CLAIMED_AT_ONCE = 200;

    /// At most so many are unknown when a worker dies, although at most one of them is on its way.
    private static final int BEGUN_AT_ONCE = 50;

    /// What was found out about a batch is asked again after this time.
    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    private static final Duration SHORT_PAUSE = Duration.ofMillis(500);

    enum Round {
        IDLE,
        WORKED,
        /// There is more than one worker takes at once.
        FULL,
        UNREACHABLE
    }

    private final DeliveryQueue queue;
    private final List<WaitingDeliveries> waiting;
    private final MailPreparation preparation;
    private final MailComposer composer;
    private final RelayPace pace;
    private final MailTraces traces;
    private final DeliveryMetrics metrics;
    private final PhaseTimes times;
    private final Clock clock;

    MailWorker(
            DeliveryQueue queue,
            List<WaitingDeliveries> waiting,
            MailPreparation preparation,
            MailComposer composer,
            RelayPace pace,
            MailTraces traces,
            DeliveryMetrics metrics,
            PhaseTimes times,
            Clock clock) {
        this.queue = queue;
        this.waiting = List.copyOf(waiting);
        this.preparation = preparation;
        this.composer = composer;
        this.pace = pace;
        this.traces = traces;
        this.metrics = metrics;
        this.times = times;
        this.clock = clock;
    }

    /// Claims some of what is due and deals with it.
    Round round(Line line, BooleanSupplier goOn) throws InterruptedException {
        var pause = pace.pause(line.lane());
        if (!pause.isZero()) {
            Thread.sleep(shorter(pause, SHORT_PAUSE));
            return Round.WORKED;
        }
        var epoch = line.epoch();
        try {
            if (line.wasTroubled()) {
                giveBackWhatWasLeft(line, epoch);
            }
            return round(line, epoch, goOn);
        } catch (RuntimeException e) {
            line.isTroubled();
            line.close();
            throw e;
        }
    }

    private Round round(Line line, long epoch, BooleanSupplier goOn) throws InterruptedException {
        if (line.lane() == Lane.NOTICES) {
            for (var feature : waiting) {
                feature.releaseComplete(clock.instant()).block(DATABASE_ANSWERS_WITHIN);
            }
        }
        var most = pace.atOnce(CLAIMED_AT_ONCE);
        var claimed =
                times.during(
                        PhaseTimes.Phase.CLAIM,
                        () ->
                                queue.claim(epoch, Channel.MAIL, line.lane(), most, clock.instant())
                                        .block(DATABASE_ANSWERS_WITHIN));
        if (claimed == null || claimed.isEmpty()) {
            return Round.IDLE;
        }
        var batch = times.during(PhaseTimes.Phase.PREPARE, () -> preparation.prepare(claimed));
        for (var judged : batch.concluded()) {
            line.verdicts().add(epoch, judged);
        }
        try {
            send(line, epoch, new ArrayDeque<>(batch.ready()), goOn);
        } catch (SmtpUnreachable e) {
            LOG.warn("The mail server cannot be reached: {}", ReplyText.of(e.reason()));
            return Round.UNREACHABLE;
        }
        return claimed.size() == most ? Round.FULL : Round.WORKED;
    }

    private void send(
            Line line, long epoch, ArrayDeque<MailPreparation.Ready> ready, BooleanSupplier goOn)
            throws InterruptedException, SmtpUnreachable {
        var staleAt = System.nanoTime() + FRESH_FOR.toNanos();
        while (!ready.isEmpty()) {
            var pause = pace.pause(line.lane());
            if (!goOn.getAsBoolean() || System.nanoTime() + pause.toNanos() > staleAt) {
                giveBack(epoch, ids(ready), "it is another's turn, or there was no time left");
                return;
            }
            Thread.sleep(pause);
            sendSome(line, epoch, ready, connect(line, epoch, ready), goOn);
        }
    }

    /// Before anything is written down as begun: a server that is down leaves nothing unknown.
    private SmtpConnection connect(Line line, long epoch, Collection<MailPreparation.Ready> ready)
            throws SmtpUnreachable {
        try {
            return line.connection();
        } catch (SmtpUnreachable e) {
            giveBack(epoch, ids(ready), ReplyText.of(e.reason()));
            throw e;
        }
    }

    /// What is left over goes back to the others, to be begun anew.
    private void sendSome(
            Line line,
            long epoch,
            ArrayDeque<MailPreparation.Ready> ready,
            SmtpConnection connection,
            BooleanSupplier goOn) {
        var some = begin(line, epoch, ready);
        var dispatch =
                new Dispatch(
                        line,
                        epoch,
                        some,
                        connection.takesUtf8(),
                        new Dispatch.Tools(composer, pace, traces, metrics, times, clock),
                        goOn);
        var began = System.nanoTime();
        var untouched = connection.send(dispatch);
        connection.keep();
        times.add(PhaseTimes.Phase.HAND_OVER, System.nanoTime() - began - dispatch.composing());
        var rest = dispatch.rest(untouched);
        if (!rest.isEmpty()) {
            giveBack(epoch, ids(rest), "the mail server ended the conversation or is busy");
            ids(rest).forEach(line.begun()::remove);
        }
    }

    private List<MailPreparation.Ready> begin(
            Line line, long epoch, ArrayDeque<MailPreparation.Ready> ready) {
        var some = new ArrayList<MailPreparation.Ready>();
        while (some.size() < pace.atOnce(BEGUN_AT_ONCE) && !ready.isEmpty()) {
            some.add(ready.poll());
        }
        line.begun().addAll(ids(some));
        var mine =
                times.during(
                        PhaseTimes.Phase.BEGIN,
                        () -> queue.begin(epoch, ids(some)).block(DATABASE_ANSWERS_WITHIN));
        var held = mine == null ? Set.<DeliveryId>of() : mine;
        line.begun().retainAll(held);
        return some.stream().filter(one -> held.contains(one.delivery().id())).toList();
    }

    private void giveBackWhatWasLeft(Line line, long epoch) {
        queue.giveBackClaimed(epoch).block(DATABASE_ANSWERS_WITHIN);
        giveBack(epoch, List.copyOf(line.begun()), "the database did not answer");
        line.giveUpBegun();
    }

    private void giveBack(long epoch, List<DeliveryId> ids, String reason) {
        if (!ids.isEmpty()) {
            queue.giveBack(epoch, ids, reason).block(DATABASE_ANSWERS_WITHIN);
        }
    }

    private static List<DeliveryId> ids(Collection<MailPreparation.Ready> ready) {
        return ready.stream().map(MailPreparation.Ready::delivery).map(Delivery::id).toList();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
