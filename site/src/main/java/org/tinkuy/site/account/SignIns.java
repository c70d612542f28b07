package org.tinkuy.site.account;

import java.time.Instant;
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

    @PostExchange("/api/sign-ins")
    Mono<OpenedChallenge> start(@RequestBody SignInRequest request);

    @PostExchange("/api/sign-ins/{challenge}/confirmation")
    Mono<OpenedDeviceSession> confirm(
            @PathVariable UUID challenge, @RequestBody ConfirmRequest request);

    @DeleteExchange("/api/device-sessions/current")
    Mono<Void> end(Visitor visitor);
}
