package org.tinkuy.notification.delivery;

import reactor.core.publisher.Mono;

/// The attendees, as far as mails need them.
public interface Recipients {

    Mono<Void> save(RecipientId id, Addressee recipient);

    /// Leaves nothing but the id.
    Mono<Void> erase(RecipientId id);
}
