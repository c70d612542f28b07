package org.tinkuy.inbox;

import java.util.Set;
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

    /// As [#states], for effects that are written set by set. Of several states of one key in a
    /// poll, each is handed over, in a list of its own turn: no list holds two states of one key.
    ///
    /// @param ignored types of messages that change nothing here: neither noted nor handed over
    Consumer<Message<?>> statesInBatches(
            String consumer, Set<String> ignored, BatchHandler handler);

    /// For effects that are written set by set and have names of their own, which are taken once:
    /// to handle a message again changes nothing, so nobody notes that it was handled.
    Consumer<Message<?>> repeatablesInBatches(String consumer, BatchHandler handler);
}
