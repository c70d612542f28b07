package org.tinkuy.site.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Signing in and out at registration-service.
interface SignIns {

    record SignInRequest(String address, String language, @Nullable String timeZone) {}

    /// @param notMailedUntil no code goes to the address before; `null`: one was mailed
    record OpenedChallenge(
            UUID challengeId,
            String browserSecret,
            Instant expiresAt,
            @Nullable Instant notMailedUntil) {

        Renewed renewed() {
            return new Renewed(challengeId, browserSecret, expiresAt, notMailedUntil, List.of());
        }
    }

    /// @param state `open`, `renewed` or `over`
    record CodeState(String state) {}

    record ConfirmRequest(String browserSecret, String code, @Nullable String device) {}

    /// @param registrations what became of those that waited for the code
    record OpenedDeviceSession(
            String token, Instant expiresAt, @Nullable List<SettledSession> registrations) {}

    /// @param status `confirmed`, `waitlisted`, `pending`, `cancelled` or `lapsed`
    /// @param alreadyRegistered before, with or without this code
    /// @param holdLapsed the code came when the seat was no longer held
    record SettledSession(
            UUID sessionId,
            String status,
            @Nullable Boolean alreadyRegistered,
            @Nullable Boolean holdLapsed) {

        String outcome() {
            if (Boolean.TRUE.equals(alreadyRegistered)) {
                return "already-" + status;
            }
            return Boolean.TRUE.equals(holdLapsed) && status.equals("waitlisted")
                    ? "late-waitlisted"
                    : status;
        }
    }

    record RenewRequest(String browserSecret, String language) {}

    record Registration(
            String address,
            String name,
            String language,
            @Nullable String timeZone,
            List<UUID> sessionIds) {}

    /// @param seat `held`, `not-held` or `waiting-list`
    /// @param heldUntil while a seat is held
    record PendingSession(UUID sessionId, @Nullable String seat, @Nullable Instant heldUntil) {

        Pending.Seat pendingSeat() {
            return new Pending.Seat(String.valueOf(seat), heldUntil);
        }
    }

    /// @param notMailedUntil no code goes to the address before; `null`: one was mailed
    /// @param registrations what the new code confirms; empty for a plain sign-in
    record Renewed(
            UUID challengeId,
            String browserSecret,
            Instant expiresAt,
            @Nullable Instant notMailedUntil,
            List<PendingSession> registrations) {}

    record Registered(OpenedChallenge signIn, List<PendingSession> registrations) {

        Renewed renewed() {
            return new Renewed(
                    signIn.challengeId(),
                    signIn.browserSecret(),
                    signIn.expiresAt(),
                    signIn.notMailedUntil(),
                    registrations);
        }
    }

    /// A new code in the place of the former one, for what that one was to confirm.
    @PostExchange("/api/sign-ins/{challenge}/renewal")
    Mono<Renewed> renew(@PathVariable UUID challenge, @RequestBody RenewRequest request);

    @PostExchange("/api/registrations")
    Mono<Registered> register(
            @RequestBody Registration registration, @RequestHeader("Idempotency-Key") String key);

    @PostExchange("/api/sign-ins")
    Mono<OpenedChallenge> start(@RequestBody SignInRequest request);

    @GetExchange("/api/sign-ins/{challenge}")
    Mono<CodeState> state(@PathVariable UUID challenge);

    /// @param visitor whoever is signed in there until then is not any more
    @PostExchange("/api/sign-ins/{challenge}/confirmation")
    Mono<OpenedDeviceSession> confirm(
            @PathVariable UUID challenge, @RequestBody ConfirmRequest request, Visitor visitor);

    @DeleteExchange("/api/device-sessions/current")
    Mono<Void> end(Visitor visitor);
}
