package org.tinkuy.session.schedule;

/// How many seats a session has.
public record Capacity(int seats) {

    /// More than any venue or stream needs, and far from where counters overflow.
    public static final int LARGEST = 1_000_000;

    public Capacity {
        if (seats < 1 || seats > LARGEST) {
            throw new IllegalArgumentException("seats: 1 to " + LARGEST);
        }
    }
}
