package org.tinkuy.gateway.edge;

import reactor.core.publisher.Mono;

/// registration-service, which alone knows the device tokens.
@FunctionalInterface
public interface TokenExchange {

    /// Signed in or stranger; an error when there was no answer.
    Mono<Identity> exchange(String deviceToken);
}
