package org.tinkuy.requests;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import reactor.core.publisher.Hooks;

/// Failures that come when nobody listens any more. Reactor writes each with its stack at ERROR,
/// which anybody could fill a log with by going away.
final class DroppedErrors {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

    static final String RELEASED =
            "The client response body has been released already due to cancellation.";

    static final String REJECTED = "Rejecting additional inbound receiver.";

    private DroppedErrors() {}

    /// For the whole process.
    static void listen() {
        Hooks.resetOnErrorDropped();
        Hooks.onErrorDropped(DroppedErrors::write);
    }

    static void write(Throwable failure) {
        if (LostClient.is(failure) || isForTheCaller(failure) || isOfACancelledCall(failure)) {
            LOG.debug("Nobody waits any more: {}", failure.toString());
        } else {
            LOG.error("Failed when nobody listened any more", failure);
        }
    }

    private static boolean isForTheCaller(Throwable failure) {
        return failure instanceof ForTheCaller
                || (failure instanceof ErrorResponse answer
                        && answer.getStatusCode().is4xxClientError());
    }

    /// What a service answers to a call that was cancelled meanwhile, because whoever asked for it
    /// went away or another call beside it failed, as Spring and Reactor Netty say it: neither has
    /// a type for it.
    private static boolean isOfACancelledCall(Throwable failure) {
        var said = failure.getMessage();
        return failure instanceof IllegalStateException
                && said != null
                && (said.equals(RELEASED)
                        || (said.startsWith(REJECTED) && said.contains("cancelled=true")));
    }
}
