package org.tinkuy.notification.delivery.mail;

import io.opentelemetry.api.trace.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Reply;
import org.tinkuy.notification.delivery.Verdict;
import org.tinkuy.notification.delivery.mail.HandoverQueue.Begun;
import org.tinkuy.smtp.Handover;
import org.tinkuy.smtp.OutgoingMails;
import org.tinkuy.smtp.SmtpConnection;
import org.tinkuy.smtp.WireBuffer;

/// A lane's deliveries on their way through one conversation.
final class Dispatch implements OutgoingMails {

    private record Underway(Begun begun, Span span) {}

    private final LaneWork work;
    private final BooleanSupplier goOn;
    private final Map<DeliveryId, Underway> underway = new HashMap<>();

    /// A message is composed while the one before still leaves.
    private final WireBuffer[] buffers = {new WireBuffer(), new WireBuffer()};

    private @Nullable Begun first;
    private boolean takesUtf8;
    private int composed;
    private long composing;

    /// @param first has taken its turn
    Dispatch(LaneWork work, Begun first, BooleanSupplier goOn) {
        this.work = work;
        this.first = first;
        this.goOn = goOn;
    }

    /// @return one of which no byte left, because the conversation ended or no more was wanted
    @Nullable Begun over(SmtpConnection connection) {
        takesUtf8 = connection.takesUtf8();
        var began = System.nanoTime();
        var untouched = connection.send(this);
        connection.keep();
        work.tools().times().add(PhaseTimes.Phase.HAND_OVER, System.nanoTime() - began - composing);
        return untouched == null ? first : withdraw(untouched);
    }

    @Override
    public @Nullable Outgoing next() {
        while (goOn.getAsBoolean()) {
            var begun = takeNext();
            if (begun == null) {
                return null;
            }
            if (begun.isStale()) {
                work.queue().giveBack(begun, "there was no time left");
                continue;
            }
            // Otherwise others took it over.
            if (work.membership().has(begun.epoch())) {
                var outgoing = outgoing(begun);
                if (outgoing != null) {
                    var delivery = begun.ready().delivery();
                    underway.put(delivery.id(), new Underway(begun, work.trace(delivery)));
                    return outgoing;
                }
            }
        }
        return null;
    }

    private @Nullable Begun takeNext() {
        var next = first;
        first = null;
        if (next != null) {
            return next;
        }
        var takes = work.queue().isEmpty() || work.tools().pace().turn(work.lane()).isZero();
        return takes ? work.queue().poll() : null;
    }

    private @Nullable Outgoing outgoing(Begun begun) {
        var ready = begun.ready();
        var delivery = ready.delivery();
        var now = work.tools().clock().instant();
        if (delivery.isExpired(now)) {
            work.conclude(begun, MailPreparation.tooLate(delivery, now));
            return null;
        }
        if (ready.to().needsUtf8() && !takesUtf8) {
            var refused =
                    new Verdict.Failed(
                            now,
                            Failure.UNUSABLE_ADDRESS,
                            "the mail server takes no addresses with such letters before the @");
            work.conclude(begun, Judged.of(delivery, refused));
            return null;
        }
        var began = System.nanoTime();
        try {
            var message = buffers[composed % buffers.length];
            composed++;
            work.tools()
                    .composer()
                    .compose(delivery.id(), ready.mail(), ready.text(), ready.to(), message);
            return new Outgoing(delivery.id(), ready.text().from().mailbox(), ready.to(), message);
        } catch (RuntimeException e) {
            work.conclude(begun, MailPreparation.unwritten(delivery, e, now));
            return null;
        } finally {
            var took = System.nanoTime() - began;
            composing += took;
            work.tools().times().add(PhaseTimes.Phase.COMPOSE, took);
        }
    }

    @Override
    public void handed(Outgoing outgoing, Handover handover) {
        var done = underway.remove((DeliveryId) outgoing.id());
        if (done == null) {
            return;
        }
        done.span().end();
        keepPace(handover);
        var ready = done.begun().ready();
        var attempted = ready.delivery().attempted();
        var reply = reply(handover);
        if (reply instanceof Reply.Unknown) {
            work.tools().metrics().countUnknown(attempted);
        }
        work.conclude(
                done.begun(),
                Judged.after(
                        attempted,
                        ready.mail().to().address(),
                        reply,
                        work.tools().clock().instant()));
    }

    private void keepPace(Handover handover) {
        work.answered().increment();
        if (handover instanceof Handover.Taken) {
            work.tools().pace().accepted();
        } else if (hasHadEnough(handover)) {
            work.width().turnedAway();
        }
    }

    private boolean hasHadEnough(Handover handover) {
        var pace = work.tools().pace();
        return switch (handover) {
            case Handover.Refused(var _, var reply) when reply.endsTheConversation() ->
                    pace.turnedAway();
            case Handover.Refused(var _, var reply) when !reply.isPermanent() -> pace.deferred();
            case Handover.Interrupted _, Handover.Unanswered _ -> pace.deferred();
            case Handover.Refused _, Handover.Taken _ -> false;
        };
    }

    static Reply reply(Handover handover) {
        return switch (handover) {
            case Handover.Taken _ -> new Reply.Accepted();
            case Handover.Refused(var what, var reply) -> Refusals.meaning(what, reply);
            case Handover.Interrupted(var reason) -> new Reply.Deferred(ReplyText.of(reason));
            case Handover.Unanswered(var reason) -> new Reply.Unknown(ReplyText.of(reason));
        };
    }

    private @Nullable Begun withdraw(Outgoing untouched) {
        var announced = underway.remove((DeliveryId) untouched.id());
        if (announced == null) {
            return null;
        }
        announced.span().end();
        return announced.begun();
    }
}
