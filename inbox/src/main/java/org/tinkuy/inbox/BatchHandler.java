package org.tinkuy.inbox;

import java.util.List;
import org.tinkuy.messages.ReceivedMessage;
import reactor.core.publisher.Mono;

/// What a service does about new messages of a poll, inside the transaction that records them as
/// handled. It is called again with one at a time when they cannot be handled together.
@FunctionalInterface
public interface BatchHandler {

    /// @param messages at least one, each of another key, in the order of their partitions; a later
    ///   message of the same key comes in a later list. What is saved because of one of them is
    ///   `causedBy` its `traceparent`
    Mono<Void> handle(List<ReceivedMessage> messages);
}
