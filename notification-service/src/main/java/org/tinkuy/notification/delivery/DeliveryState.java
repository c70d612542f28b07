package org.tinkuy.notification.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The label is its name in the database and in the API.
public enum DeliveryState {
    /// Lacks a fact from elsewhere.
    WAITING,
    READY,
    /// Its campaign is.
    PAUSED,
    CLAIMED,
    SENDING,
    SENT,
    FAILED,
    EXPIRED,
    /// A server or a worker died, and nobody can say whether the message arrived.
    UNKNOWN;

    public static Optional<DeliveryState> labelled(String label) {
        return Arrays.stream(values()).filter(state -> state.label().equals(label)).findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Workers have hold of it.
    public boolean isUnderWay() {
        return this == CLAIMED || this == SENDING;
    }

    /// It waits for its time, or for something to happen.
    public boolean isAhead() {
        return this == WAITING || this == READY || this == PAUSED;
    }
}
