package org.tinkuy.site.programme.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.upstream.Dispensable;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What a place's page asks of registration-service.
interface Registrations {

    record RegisterRequest(
            @Nullable String address,
            @Nullable String name,
            String language,
            @Nullable String timeZone,
            List<UUID> sessionIds) {

        /// All that makes it another request than one that differs.
        String content() {
            return String.join(
                    "\n",
                    String.valueOf(address),
                    String.valueOf(name),
                    language,
                    String.valueOf(timeZone),
                    sessionIds.toString());
        }
    }

    /// @param signIn `null` where the caller is signed in: nothing is left to confirm
    record Registered(@Nullable OpenedChallenge signIn, List<RegisteredSession> registrations) {}

    /// @param seat `held`, `not-held` or `waiting-list`, while the registration is pending
    /// @param heldUntil while a seat is held
    /// @param alreadyRegistered nothing changed
    record RegisteredSession(
            UUID sessionId,
            String status,
            @Nullable String seat,
            @Nullable Instant heldUntil,
            @Nullable Boolean alreadyRegistered) {

        Pending.Seat pendingSeat() {
            return new Pending.Seat(String.valueOf(seat), heldUntil);
        }

        String outcome() {
            return Boolean.TRUE.equals(alreadyRegistered) ? "already-" + status : status;
        }
    }

    /// @param notMailedUntil no code goes to the address before; `null`: one was mailed
    record OpenedChallenge(
            UUID challengeId,
            String browserSecret,
            Instant expiresAt,
            @Nullable Instant notMailedUntil) {}

    /// @param name who is registered: several people may share an address
    /// @param position on the waiting list, from 1
    record Own(UUID sessionId, @Nullable String name, String status, @Nullable Integer position) {

        boolean isOf(Me me) {
            return name == null || name.equals(me.name());
        }

        boolean stands() {
            return !status.equals("cancelled") && !status.equals("lapsed");
        }
    }

    /// @param name empty: never told
    record Me(String address, String name) {}

    record Seats(UUID sessionId, @Nullable Integer left) {}

    @PostExchange("/api/registrations")
    Mono<Registered> register(
            @RequestBody RegisterRequest request,
            @RequestHeader("Idempotency-Key") String key,
            Visitor visitor);

    record Withdrawal(String browserSecret) {}

    /// What was asked for with that code is asked for no more.
    @PostExchange("/api/sign-ins/{challenge}/withdrawal")
    Mono<Void> withdraw(@PathVariable UUID challenge, @RequestBody Withdrawal withdrawal);

    @Dispensable
    @GetExchange("/api/attendees/me/registrations")
    Mono<List<Own>> own(Visitor visitor);

    @Dispensable
    @GetExchange("/api/attendees/me")
    Mono<Me> me(Visitor visitor);

    /// @param sessions some ([InPieces])
    @Dispensable
    @GetExchange("/api/seats")
    Mono<List<Seats>> seats(@RequestParam("sessionId") Collection<UUID> sessions);
}
