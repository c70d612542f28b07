package org.tinkuy.registration.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.DeviceSession;
import org.tinkuy.registration.identity.EndDevices;
import org.tinkuy.registration.identity.EndDevices.Which;
import org.tinkuy.registration.identity.ExchangeToken;
import org.tinkuy.registration.identity.ListDevices;
import org.tinkuy.registration.identity.SignOut;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class DeviceSessionApi {

    record ExchangeRequest(@Nullable String token) {}

    record Exchanged(String jwt, Instant expiresAt, UUID deviceSessionId) {

        static Exchanged of(ExchangeToken.Exchanged exchanged) {
            return new Exchanged(
                    exchanged.jwt(), exchanged.expiresAt(), exchanged.deviceSession().value());
        }
    }

    /// @param label such as `Firefox, Android`; absent where the device did not say
    /// @param lastSeenAt to the hour
    /// @param expiresAt signed out by itself
    /// @param current this is the one that asks
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Device(
            UUID id,
            @Nullable String label,
            Instant openedAt,
            Instant lastSeenAt,
            Instant expiresAt,
            boolean current) {

        static Device of(DeviceSession session, Caller caller) {
            return new Device(
                    session.id().value(),
                    session.label(),
                    session.openedAt(),
                    session.lastSeenAt(),
                    session.expiresAt(),
                    session.id().value().equals(caller.deviceSessionId()));
        }
    }

    private final SignOut signOut;
    private final ListDevices listDevices;
    private final EndDevices endDevices;
    private final ExchangeToken exchangeToken;

    DeviceSessionApi(
            SignOut signOut,
            ListDevices listDevices,
            EndDevices endDevices,
            ExchangeToken exchangeToken) {
        this.signOut = signOut;
        this.listDevices = listDevices;
        this.endDevices = endDevices;
        this.exchangeToken = exchangeToken;
    }

    @GetMapping("/api/device-sessions")
    Flux<Device> list(@AuthenticationPrincipal Caller caller) {
        return listDevices
                .of(new AttendeeId(caller.attendeeId()))
                .map(session -> Device.of(session, caller));
    }

    @GetMapping("/api/device-sessions/current")
    Mono<Device> current(@AuthenticationPrincipal Caller caller) {
        return listDevices
                .current(new AttendeeId(caller.attendeeId()), caller.deviceSessionId())
                .map(session -> Device.of(session, caller));
    }

    @DeleteMapping("/api/device-sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(
                endDevices.end(new Which.One(id), new AttendeeId(caller.attendeeId())));
    }

    @DeleteMapping("/api/device-sessions/others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endOthers(@AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(
                endDevices.end(
                        new Which.AllBut(caller.deviceSessionId()),
                        new AttendeeId(caller.attendeeId())));
    }

    @DeleteMapping("/api/device-sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
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
