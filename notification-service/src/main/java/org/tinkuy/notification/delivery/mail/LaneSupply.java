package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.WaitingDeliveries;
import org.tinkuy.notification.delivery.mail.HandoverQueue.Begun;
import org.tinkuy.notification.delivery.mail.HandoverQueue.Returned;
import org.tinkuy.notification.delivery.mail.MailPreparation.Ready;
import org.tinkuy.smtp.SmtpUnreachable;

/// The side of a lane that speaks to the database: claims what is due, finds out what it says, and
/// writes down what is begun just before a connection takes it.
///
/// It blocks its own thread, is one worker in the others' eyes, and holds no transaction while it
/// waits for the mail server.
final class LaneSupply {

    private static final Logger LOG = LoggerFactory.getLogger(LaneSupply.class);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    /// Few statements per message.
    private static final int CLAIMED_AT_ONCE = 200;

    /// Fewer still, where so many are gone before they are stale.
    private static final int CLAIMED_OF_A_BACKLOG = 1_000;

    private static final Duration QUICK = Duration.ofSeconds(1);

    /// At most so many are unknown when the process dies, or as many as there are connections;
    /// besides one or two for each connection.
    private static final int BEGUN_AT_ONCE = 100;

    /// What was found out about a batch is asked again after this time.
    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    private static final Duration SHORT_PAUSE = Duration.ofMillis(500);
    private static final Duration MEASURES_EVERY = Duration.ofMillis(50);

    enum Round {
        IDLE,
        WORKED,
        UNREACHABLE
    }

    private final LaneWork work;
    private final LaneConnections connections;
    private final DeliveryQueue queue;
    private final List<WaitingDeliveries> waiting;
    private final MailPreparation preparation;
    private final ArrayDeque<Ready> prepared = new ArrayDeque<>();

    /// Written down as begun, or not: the database did not say.
    private final List<DeliveryId> uncertain = new ArrayList<>();

    private @Nullable Long epoch;
    private boolean troubled;
    private long staleAt = System.nanoTime();
    private int claimsAtOnce = CLAIMED_AT_ONCE;
    private boolean claimedAll;
    private final List<BegunTogether> begun = new ArrayList<>();
    private long lastNumber;

    LaneSupply(
            LaneWork work,
            LaneConnections connections,
            DeliveryQueue queue,
            List<WaitingDeliveries> waiting,
            MailPreparation preparation) {
        this.work = work;
        this.connections = connections;
        this.queue = queue;
        this.waiting = waiting;
        this.preparation = preparation;
    }

    Round round() throws InterruptedException {
        var me = epoch();
        try {
            if (troubled) {
                giveBackWhatIsUncertain(me);
            }
            giveBackReturned();
            return supply(me);
        } catch (RuntimeException e) {
            // The database may hold more for this worker than the worker knows.
            troubled = true;
            prepared.clear();
            throw e;
        }
    }

    /// A new one once the former was taken for dead: then others have taken over what it held.
    private long epoch() {
        var known = epoch;
        if (known == null || !work.membership().has(known)) {
            known = work.membership().join();
            epoch = known;
            prepared.clear();
            uncertain.clear();
            begun.clear();
            troubled = false;
        }
        return known;
    }

    private Round supply(long me) throws InterruptedException {
        var pause = work.pause();
        if (!prepared.isEmpty() && System.nanoTime() + pause.toNanos() > staleAt) {
            giveBack(me, takePrepared(), "it is another's turn, or there was no time left");
        }
        if (!pause.isZero()) {
            Thread.sleep(pause.compareTo(SHORT_PAUSE) < 0 ? pause : SHORT_PAUSE);
            return Round.WORKED;
        }
        if (prepared.isEmpty()) {
            prepareMore(me);
        }
        if (prepared.isEmpty() && work.queue().isEmpty()) {
            connections.endThoseLongAtRest();
            return Round.IDLE;
        }
        try {
            connections.atLeastOne();
        } catch (SmtpUnreachable e) {
            giveBackAll(me, e);
            return Round.UNREACHABLE;
        }
        if (prepared.isEmpty()) {
            connections.follow();
            return Round.IDLE;
        }
        if (work.queue().awaitFew(MEASURES_EVERY)) {
            begin(me);
        }
        connections.follow();
        return Round.WORKED;
    }

    private void prepareMore(long me) {
        if (work.lane() == Lane.NOTICES) {
            for (var feature : waiting) {
                feature.releaseComplete(now()).block(DATABASE_ANSWERS_WITHIN);
            }
        }
        var freshUntil = staleAt;
        var quick = freshUntil - System.nanoTime() > FRESH_FOR.minus(QUICK).toNanos();
        claimsAtOnce = claimedAll && quick ? CLAIMED_OF_A_BACKLOG : CLAIMED_AT_ONCE;
        var claimed = claim(me);
        if (claimed.isEmpty()) {
            return;
        }
        staleAt = System.nanoTime() + FRESH_FOR.toNanos();
        var batch =
                work.tools()
                        .times()
                        .during(PhaseTimes.Phase.PREPARE, () -> preparation.prepare(claimed));
        prepared.addAll(batch.ready());
        for (var judged : batch.concluded()) {
            work.conclude(me, judged);
        }
    }

    private List<Delivery> claim(long me) {
        var most = work.tools().pace().atOnce(claimsAtOnce);
        var claimed =
                work.tools()
                        .times()
                        .during(
                                PhaseTimes.Phase.CLAIM,
                                () ->
                                        queue.claim(me, Channel.MAIL, work.lane(), most, now())
                                                .block(DATABASE_ANSWERS_WITHIN));
        claimedAll = claimed != null && claimed.size() == most;
        return claimed == null ? List.of() : claimed;
    }

    private void begin(long me) {
        var some = new ArrayList<Ready>();
        var most = Math.max(BEGUN_AT_ONCE, work.width().width());
        while (some.size() < work.tools().pace().atOnce(most) && !prepared.isEmpty()) {
            some.add(prepared.poll());
        }
        var over = begun.stream().filter(BegunTogether::isOver).toList();
        uncertain.addAll(ids(some));
        lastNumber++;
        var row =
                new DeliveryQueue.Begun(
                        lastNumber,
                        some.stream().map(Ready::delivery).toList(),
                        over.stream().map(BegunTogether::number).toList());
        var mine =
                work.tools()
                        .times()
                        .during(
                                PhaseTimes.Phase.BEGIN,
                                () -> queue.begin(me, row).block(DATABASE_ANSWERS_WITHIN));
        uncertain.clear();
        begun.removeAll(over);
        if (Boolean.TRUE.equals(mine)) {
            var together = new BegunTogether(me, lastNumber, some.size());
            begun.add(together);
            work.queue().add(some.stream().map(one -> new Begun(one, together, staleAt)).toList());
        }
    }

    private void giveBackAll(long me, SmtpUnreachable failure) {
        LOG.warn("The mail server cannot be reached: {}", ReplyText.of(failure.reason()));
        var reason = ReplyText.of(failure.reason());
        work.queue().drain().forEach(begun -> work.queue().giveBack(begun, reason));
        giveBackReturned();
        giveBack(me, takePrepared(), reason);
    }

    private List<DeliveryId> takePrepared() {
        var ids = ids(prepared);
        prepared.clear();
        return ids;
    }

    /// Until the database has said that it did: nobody else would.
    private void giveBackReturned() {
        var returned = work.queue().returned();
        try {
            returned.stream()
                    .collect(
                            Collectors.groupingBy(
                                    one -> new Because(one.begun().epoch(), one.reason())))
                    .forEach((because, those) ->
                            giveBack(
                                    because.epoch(),
                                    ids(
                                            those.stream()
                                                    .map(Returned::begun)
                                                    .map(Begun::ready)
                                                    .toList()),
                                    because.reason()));
        } catch (RuntimeException e) {
            returned.forEach(one -> work.queue().giveBack(one.begun(), one.reason()));
            throw e;
        }
        returned.forEach(one -> one.begun().together().oneIsOver());
    }

    private record Because(long epoch, String reason) {}

    private void giveBackWhatIsUncertain(long me) {
        queue.giveBackClaimed(me).block(DATABASE_ANSWERS_WITHIN);
        giveBack(me, List.copyOf(uncertain), "the database did not answer");
        uncertain.clear();
        troubled = false;
    }

    private void giveBack(long me, List<DeliveryId> ids, String reason) {
        if (!ids.isEmpty()) {
            queue.giveBack(me, ids, reason).block(DATABASE_ANSWERS_WITHIN);
        }
    }

    /// What the connections have in their hands is still sent.
    void end(Duration patience) throws InterruptedException {
        connections.awaitEnd(patience);
        var me = epoch;
        if (me != null) {
            var reason = "the service stopped";
            work.queue().drain().forEach(begun -> work.queue().giveBack(begun, reason));
            giveBackReturned();
            giveBack(me, takePrepared(), reason);
        }
    }

    private Instant now() {
        return work.tools().clock().instant();
    }

    private static List<DeliveryId> ids(Collection<Ready> ready) {
        return ready.stream().map(Ready::delivery).map(Delivery::id).toList();
    }
}
