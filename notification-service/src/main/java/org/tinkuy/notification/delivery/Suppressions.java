package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Addresses that must not be mailed, because a mail server refused them for good.
public interface Suppressions {

    /// Those of the addresses that are suppressed.
    Mono<Set<String>> among(Collection<String> addresses);

    Mono<Void> add(Collection<Refusal> refusals);

    Mono<Void> lift(Collection<String> addresses);

    record Refusal(String address, String reason, Instant at) {}
}
