package org.tinkuy.inbox;

import java.util.function.Consumer;
import org.springframework.messaging.Message;

/// Makes handlers idempotent: the effect and the note that a message was handled commit together.
///
/// The consumers it returns are functions for Spring Cloud Stream. They block their own listener
/// thread with a timeout. [UndecodableMessage] and [MessageRejected] lead to the dead letters;
/// every other failure is retried without end.
public interface Inbox {

    /// For facts: a message is handled once per `consumer`, known by its id.
    Consumer<Message<?>> facts(String consumer, MessageHandler handler);

    /// For whole states: a message whose sequence is not above the last one handled for its key is
    /// ignored.
    Consumer<Message<?>> states(String consumer, MessageHandler handler);
}
