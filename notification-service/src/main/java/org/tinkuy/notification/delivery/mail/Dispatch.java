package org.tinkuy.notification.delivery.mail;

import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Reply;
import org.tinkuy.smtp.Handover;
import org.tinkuy.smtp.OutgoingMails;
import org.tinkuy.smtp.SmtpReply;
import org.tinkuy.smtp.WireBuffer;

/// Some deliveries on their way through one conversation.
final class Dispatch implements OutgoingMails {

    /// RFC 3463: 5.1.x speaks of the address, 5.2.1 of a mailbox that is closed. Others, such as
    /// 5.7.x, speak of us or of the message.
    private static final Pattern ABOUT_THE_ADDRESS = Pattern.compile("5\\.(1\\.\\d+|2\\.1)\\b.*");

    private static final Pattern HAS_STATUS = Pattern.compile("5\\.\\d+\\.\\d+\\b.*");

    record Tools(
            MailComposer composer,
            RelayPace pace,
            MailTraces traces,
            DeliveryMetrics metrics,
            PhaseTimes times,
            Clock clock) {}

    private record Underway(MailPreparation.Ready ready, Span span) {}

    private final Line line;
    private final long epoch;
    private final boolean takesUtf8;
    private final Tools tools;
    private final BooleanSupplier goOn;
    private final Deque<MailPreparation.Ready> rest;
    private final Map<DeliveryId, Underway> underway = new HashMap<>();

    /// A message is composed while the one before still leaves.
    private final WireBuffer[] buffers = {new WireBuffer(), new WireBuffer()};

    private int composed;
    private long composing;

    Dispatch(
            Line line,
            long epoch,
            List<MailPreparation.Ready> mails,
            boolean takesUtf8,
            Tools tools,
            BooleanSupplier goOn) {
        this.line = line;
        this.epoch = epoch;
        this.takesUtf8 = takesUtf8;
        this.tools = tools;
        this.goOn = goOn;
        this.rest = new ArrayDeque<>(mails);
    }

    @Override
    public @Nullable Outgoing next() {
        while (!rest.isEmpty() && goOn.getAsBoolean() && tools.pace().pause(line.lane()).isZero()) {
            var ready = rest.remove();
            var outgoing = outgoing(ready);
            if (outgoing != null) {
                underway.put(
                        ready.delivery().id(),
                        new Underway(ready, tools.traces().begin(ready.delivery())));
                tools.pace().took();
                return outgoing;
            }
        }
        return null;
    }

    private @Nullable Outgoing outgoing(MailPreparation.Ready ready) {
        var delivery = ready.delivery();
        var now = tools.clock().instant();
        if (delivery.isExpired(now)) {
            conclude(MailPreparation.tooLate(delivery, now));
            return null;
        }
        if (ready.to().needsUtf8() && !takesUtf8) {
            var refused =
                    new Reply.Refused(
                            "the mail server takes no addresses with such letters before the @");
            conclude(Judged.of(delivery, delivery.after(refused, now)));
            return null;
        }
        var began = System.nanoTime();
        try {
            var message = buffers[composed % buffers.length];
            composed++;
            tools.composer()
                    .compose(delivery.id(), ready.mail(), ready.text(), ready.to(), message);
            return new Outgoing(delivery.id(), ready.text().from().mailbox(), ready.to(), message);
        } catch (RuntimeException e) {
            conclude(MailPreparation.unwritten(delivery, e, now));
            return null;
        } finally {
            var took = System.nanoTime() - began;
            composing += took;
            tools.times().add(PhaseTimes.Phase.COMPOSE, took);
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
        var attempted = done.ready().delivery().attempted();
        var reply = reply(handover);
        if (reply instanceof Reply.Unknown) {
            tools.metrics().countUnknown(attempted);
        }
        conclude(
                Judged.after(
                        attempted,
                        done.ready().mail().to().address(),
                        reply,
                        tools.clock().instant()));
    }

    private void conclude(Judged judged) {
        line.begun().remove(judged.delivery().id());
        try {
            line.verdicts().add(epoch, judged);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepPace(Handover handover) {
        switch (handover) {
            case Handover.Taken _ -> tools.pace().accepted();
            case Handover.Refused(var _, var reply) when reply.endsTheConversation() ->
                    tools.pace().turnedAway();
            case Handover.Refused(var _, var reply) when !reply.isPermanent() ->
                    tools.pace().deferred();
            case Handover.Interrupted _, Handover.Unanswered _ -> tools.pace().deferred();
            case Handover.Refused _ -> {}
        }
    }

    /// A refusal of the sender is about us and not about this message, so it may pass.
    static Reply reply(Handover handover) {
        return switch (handover) {
            case Handover.Taken _ -> new Reply.Accepted();
            case Handover.Refused(var what, var reply)
                    when !reply.isPermanent() || what == Handover.What.SENDER ->
                    new Reply.Deferred(words(reply));
            case Handover.Refused(var what, var reply)
                    when what == Handover.What.RECIPIENT && isAboutTheAddress(reply) ->
                    new Reply.AddressRefused(words(reply));
            case Handover.Refused(var _, var reply) -> new Reply.Refused(words(reply));
            case Handover.Interrupted(var reason) -> new Reply.Deferred(ReplyText.of(reason));
            case Handover.Unanswered(var reason) -> new Reply.Unknown(ReplyText.of(reason));
        };
    }

    private static boolean isAboutTheAddress(SmtpReply reply) {
        return HAS_STATUS.matcher(reply.text()).lookingAt()
                ? ABOUT_THE_ADDRESS.matcher(reply.text()).lookingAt()
                : reply.code() == 550 || reply.code() == 551 || reply.code() == 553;
    }

    private static String words(SmtpReply reply) {
        return ReplyText.of(reply.toString());
    }

    /// What was not handed over.
    Collection<MailPreparation.Ready> rest(@Nullable Outgoing untouched) {
        var left = new ArrayList<>(rest);
        if (untouched != null) {
            var announced = underway.remove((DeliveryId) untouched.id());
            if (announced != null) {
                announced.span().end();
                left.add(announced.ready());
            }
        }
        return left;
    }

    /// The time, in nanoseconds, that went into writing messages.
    long composing() {
        return composing;
    }
}
