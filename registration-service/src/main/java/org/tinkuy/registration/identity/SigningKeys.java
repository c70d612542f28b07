package org.tinkuy.registration.identity;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The keys that all instances of this service share.
public interface SigningKeys {

    Flux<SigningKey> all();

    /// Lets one instance at a time make a key, until the transaction ends.
    Mono<Void> lock();

    Mono<Void> add(SigningKey key);
}
