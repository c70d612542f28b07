package org.tinkuy.inbox;

import java.util.List;
import org.tinkuy.messages.ReceivedMessage;
import reactor.core.publisher.Mono;

/// What a service does about all new messages of a poll, inside the transaction that records them
/// as handled. It is called again with one at a time when they cannot be handled together.
@FunctionalInterface
public interface BatchHandler {

    /// @param messages at least one, in the order of their partitions; what is saved because of one
    ///   of them is `causedBy` its `traceparent`
    Mono<Void> handle(List<ReceivedMessage> messages);
}
