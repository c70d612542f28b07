package org.tinkuy.notification.delivery;

import java.util.Arrays;

/// Deliveries of one lane wait for each other and for no other lane's: each has workers and
/// connections of its own.
public enum Lane {
    /// Somebody sits before a page and waits for these.
    CODES("codes"),
    /// What somebody did or changed, told to those it concerns.
    NOTICES("notices"),
    TEN_MINUTES("reminders-10min"),
    HOUR("reminders-1h"),
    DAY("reminders-24h"),
    NEWSLETTER("newsletter");

    private final String label;

    Lane(String label) {
        this.label = label;
    }

    public static Lane labelled(String label) {
        return Arrays.stream(values())
                .filter(lane -> lane.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lane: " + label));
    }

    public String label() {
        return label;
    }
}
