package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Addresses that must not be mailed, because a mail server refused them for good.
public interface Suppressions {

    Mono<Set<String>> all();

    /// Those of the addresses that are suppressed.
    Mono<Set<String>> among(Collection<String> addresses);

    /// As [#among]; those stay suppressed until the caller's transaction ends.
    Mono<Set<String>> hold(Collection<String> addresses);

    Mono<Void> add(Collection<Refusal> refusals);

    Mono<Void> lift(Collection<String> addresses);

    /// @param provenAt when mail was known to reach the address; what was refused after that stays
    /// @return those that were suppressed
    Mono<Set<String>> liftProven(Map<String, Instant> provenAt);

    /// Those that were refused since then what is about this.
    Mono<Void> liftAbout(UUID about, Instant since);

    /// @param about what was refused there is about this first
    record Refusal(String address, String reason, Instant at, @Nullable UUID about) {}
}
