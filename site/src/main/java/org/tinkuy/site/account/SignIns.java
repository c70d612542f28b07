package org.tinkuy.site.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Signing in and out at registration-service.
interface SignIns {

    record SignInRequest(String address, String language, @Nullable String timeZone) {}

    record OpenedChallenge(UUID challengeId, String browserSecret, Instant expiresAt) {}

    record ConfirmRequest(String browserSecret, String code, @Nullable String device) {}

    record OpenedDeviceSession(String token, Instant expiresAt) {}

    record RenewRequest(String browserSecret, String language) {}

    /// @param seat `held`, `not-held` or `waiting-list`
    record RenewedSession(UUID sessionId, String seat) {}

    /// @param registrations what the new code confirms; empty for a plain sign-in
    record RenewedChallenge(
            UUID challengeId,
            String browserSecret,
            Instant expiresAt,
            List<RenewedSession> registrations) {}

    /// A new code in the place of the former one, for what that one was to confirm.
    @PostExchange("/api/sign-ins/{challenge}/renewal")
    Mono<RenewedChallenge> renew(@PathVariable UUID challenge, @RequestBody RenewRequest request);

    @PostExchange("/api/sign-ins")
    Mono<OpenedChallenge> start(@RequestBody SignInRequest request);

    @PostExchange("/api/sign-ins/{challenge}/confirmation")
    Mono<OpenedDeviceSession> confirm(
            @PathVariable UUID challenge, @RequestBody ConfirmRequest request);

    @DeleteExchange("/api/device-sessions/current")
    Mono<Void> end(Visitor visitor);
}
