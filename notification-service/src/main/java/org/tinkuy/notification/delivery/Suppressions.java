package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.tinkuy.notification.delivery.NotedRefusals.Noted;
import reactor.core.publisher.Mono;

/// Addresses that must not be mailed, because a mail server refused them for good.
public interface Suppressions {

    Mono<Set<String>> all();

    /// Those of the addresses that are suppressed.
    Mono<Set<String>> among(Collection<String> addresses);

    /// As [#among]; those stay suppressed until the caller's transaction ends.
    Mono<Set<String>> hold(Collection<String> addresses);

    /// A mail server refused them, and that speaks of the address.
    Mono<Void> add(Collection<Noted> refusals);

    /// With what is noted of their refusals.
    Mono<Void> lift(Collection<String> addresses);

    /// @param provenAt when mail was known to reach the address; what was refused after that stays
    /// @return those that were suppressed
    Mono<Set<String>> liftProven(Map<String, Instant> provenAt);
}
