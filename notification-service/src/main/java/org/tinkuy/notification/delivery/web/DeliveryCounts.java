package org.tinkuy.notification.delivery.web;

import java.util.Map;
import org.tinkuy.notification.delivery.DeliveryState;

/// @param waiting lack a fact from elsewhere
/// @param ready are sent when their time comes
/// @param paused until their campaign goes on
/// @param sending workers have hold of them
/// @param unknown a server or a worker died, and nobody can say whether they arrived
record DeliveryCounts(
        long waiting,
        long ready,
        long paused,
        long sending,
        long sent,
        long failed,
        long expired,
        long unknown) {

    static DeliveryCounts of(Map<DeliveryState, Long> counts) {
        return new DeliveryCounts(
                counts.getOrDefault(DeliveryState.WAITING, 0L),
                counts.getOrDefault(DeliveryState.READY, 0L),
                counts.getOrDefault(DeliveryState.PAUSED, 0L),
                counts.getOrDefault(DeliveryState.CLAIMED, 0L)
                        + counts.getOrDefault(DeliveryState.SENDING, 0L),
                counts.getOrDefault(DeliveryState.SENT, 0L),
                counts.getOrDefault(DeliveryState.FAILED, 0L),
                counts.getOrDefault(DeliveryState.EXPIRED, 0L),
                counts.getOrDefault(DeliveryState.UNKNOWN, 0L));
    }
}
