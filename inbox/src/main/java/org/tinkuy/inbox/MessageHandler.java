package org.tinkuy.inbox;

import org.tinkuy.messages.ReceivedMessage;
import reactor.core.publisher.Mono;

/// What a service does about a message, inside the transaction that records the message as handled.
@FunctionalInterface
public interface MessageHandler {

    Mono<Void> handle(ReceivedMessage message);
}
