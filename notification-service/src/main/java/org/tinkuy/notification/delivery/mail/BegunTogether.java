package org.tinkuy.notification.delivery.mail;

import java.util.concurrent.atomic.AtomicInteger;

/// Deliveries that were written down as begun in one row, which may go when none of them is open.
///
/// @param epoch the worker that holds them
record BegunTogether(long epoch, long number, AtomicInteger open) {

    BegunTogether(long epoch, long number, int deliveries) {
        this(epoch, number, new AtomicInteger(deliveries));
    }

    /// What came of one is written down, or it was given back.
    void oneIsOver() {
        open.decrementAndGet();
    }

    boolean isOver() {
        return open.get() <= 0;
    }
}
