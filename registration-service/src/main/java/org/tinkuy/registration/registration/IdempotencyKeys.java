package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tinkuy.registration.seats.IdempotencyKey;
import reactor.core.publisher.Mono;

/// Answers that were given, for requests that come again.
public interface IdempotencyKeys {

    record Stored(IdempotencyKey key, RegistrationAnswer answer) {}

    /// By the key's value.
    Mono<Map<String, Stored>> find(Collection<IdempotencyKey> keys);

    Mono<Void> store(List<Stored> answers, Instant now);
}
