package org.tinkuy.registration.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.ExchangeToken;
import org.tinkuy.registration.identity.SignOut;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Device sessions")
class DeviceSessionApi {

    record ExchangeRequest(@Nullable String token) {}

    record Exchanged(String jwt, Instant expiresAt, UUID deviceSessionId) {

        static Exchanged of(ExchangeToken.Exchanged exchanged) {
            return new Exchanged(
                    exchanged.jwt(), exchanged.expiresAt(), exchanged.deviceSession().value());
        }
    }

    private final SignOut signOut;
    private final ExchangeToken exchangeToken;

    DeviceSessionApi(SignOut signOut, ExchangeToken exchangeToken) {
        this.signOut = signOut;
        this.exchangeToken = exchangeToken;
    }

    @DeleteMapping("/api/device-sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirement(name = "device")
    @Operation(summary = "Signs this device out")
    Mono<Void> signOut(@AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(signOut.signOut(caller.deviceSessionId()));
    }

    /// For the gateway only, which routes nothing to `/internal`.
    @PostMapping("/internal/device-sessions/exchange")
    Mono<Exchanged> exchange(@RequestBody ExchangeRequest request) {
        return exchangeToken
                .exchange(request.token() == null ? "" : request.token())
                .map(Exchanged::of);
    }
}
