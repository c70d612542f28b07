package org.tinkuy.inbox;

import java.util.function.Consumer;
import org.springframework.messaging.Message;

/// Makes handlers idempotent: the effects of a poll's messages and the notes that they were handled
/// commit together. When that fails, each message gets a transaction of its own.
///
/// The consumers it returns are functions for Spring Cloud Stream. They block their own listener
/// thread with a timeout. [UndecodableMessage], [MessageRejected] and what the database can never
/// store lead to the dead letters; every other failure is retried without end.
public interface Inbox {

    /// For facts: a message is handled once per `consumer`, known by its id.
    Consumer<Message<?>> facts(String consumer, MessageHandler handler);

    /// For whole states: a message whose sequence is not above the last one handled for its key is
    /// ignored.
    Consumer<Message<?>> states(String consumer, MessageHandler handler);

    /// As [#facts], for effects that are written set by set.
    Consumer<Message<?>> factsInBatches(String consumer, BatchHandler handler);

    /// As [#states], for effects that are written set by set. Of several states of one key in a
    /// poll, only the newest is handed over.
    Consumer<Message<?>> statesInBatches(String consumer, BatchHandler handler);
}
