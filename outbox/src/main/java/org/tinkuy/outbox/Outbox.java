package org.tinkuy.outbox;

import java.util.List;
import reactor.core.publisher.Mono;

/// Saves messages in the caller's transaction; a relay publishes them after the commit, in order
/// per key.
public interface Outbox {

    /// Fails with `IllegalTransactionStateException` outside a transaction: a message that is saved
    /// apart from its state could be published without being true.
    Mono<Void> append(List<OutboxMessage> messages);
}
