package org.tinkuy.outbox;

import reactor.core.publisher.Flux;

/// A compacted topic that its owner can write again from its database, when Kafka was lost.
public interface Republishable {

    String topic();

    /// The current state of every aggregate, with the sequence it had when it was last published.
    Flux<OutboxMessage> currentStates();
}
