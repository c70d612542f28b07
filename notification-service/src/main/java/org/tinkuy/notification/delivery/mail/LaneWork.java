package org.tinkuy.notification.delivery.mail;

import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.mail.HandoverQueue.Begun;

/// What a lane's supply and its connections share.
///
/// @param answered messages that the server has answered, since the number of connections was
///   judged
record LaneWork(
        Lane lane,
        HandoverQueue queue,
        RelayWidth width,
        LongAdder answered,
        WorkerMembership membership,
        Verdicts verdicts,
        Tools tools) {

    /// The same for all lanes.
    @Component
    record Tools(
            MailComposer composer,
            RelayPace pace,
            MailTraces traces,
            DeliveryMetrics metrics,
            PhaseTimes times,
            Clock clock) {}

    static LaneWork of(
            Lane lane, int most, WorkerMembership membership, Verdicts verdicts, Tools tools) {
        return new LaneWork(
                lane,
                new HandoverQueue(),
                new RelayWidth(most),
                new LongAdder(),
                membership,
                verdicts,
                tools);
    }

    void conclude(long epoch, Judged judged) {
        conclude(epoch, judged, () -> {});
    }

    void conclude(Begun begun, Judged judged) {
        conclude(begun.epoch(), judged, begun.together()::oneIsOver);
    }

    private void conclude(long epoch, Judged judged, Runnable written) {
        try {
            verdicts.add(epoch, judged, written);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    Duration pause() {
        return tools.pace().pause(lane);
    }

    Span trace(Delivery delivery) {
        return tools.traces().begin(delivery);
    }
}
