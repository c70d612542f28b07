package org.tinkuy.registration.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import reactor.core.publisher.Mono;

/// Challenges by mailed code. Every method takes part in the caller's transaction where there is
/// one.
public interface SignIns {

    enum Purpose {
        SIGN_IN,
        REGISTRATION
    }

    /// @param sessionIds the sessions the mail names; empty for a plain sign-in
    record Request(
            EmailAddress address,
            String language,
            @Nullable ZoneId timeZone,
            Purpose purpose,
            List<UUID> sessionIds,
            @Nullable String traceparent) {}

    /// @param browserSecret proves that the browser that asked is the one that answers; derived
    ///   from the id, never stored
    record Challenge(UUID id, String browserSecret, Instant expiresAt) {}

    /// Opens one challenge per request, in the order of the requests. An address that asked too
    /// often gets a challenge like any other, but no mail: the answer must not tell.
    Mono<List<Challenge>> open(List<Request> requests, Instant now);

    /// The secret of a challenge that was opened before, for an answer that is given a second time.
    String browserSecret(UUID challengeId);
}
