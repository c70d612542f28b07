package org.tinkuy.requests;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;

/// Failures that come when nobody listens any more. Reactor writes each with its stack at ERROR,
/// which anybody could fill a log with by going away.
final class DroppedErrors {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

    private DroppedErrors() {}

    /// For the whole process.
    static void listen() {
        Hooks.resetOnErrorDropped();
        Hooks.onErrorDropped(DroppedErrors::write);
    }

    static void write(Throwable failure) {
        if (LostClient.is(failure)) {
            LOG.debug("A client went away: {}", failure.toString());
        } else {
            LOG.error("Failed when nobody listened any more", failure);
        }
    }
}
