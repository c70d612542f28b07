package org.tinkuy.registration.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives the gateway a signed token of five minutes for a device's opaque one (a phantom token).
@Component
public class ExchangeToken {

    /// @param jwt what services verify by themselves
    public record Exchanged(String jwt, Instant expiresAt, DeviceSessionId deviceSession) {}

    static final Duration LIFE = Duration.ofMinutes(5);

    private final DeviceSessions sessions;
    private final Grants grants;
    private final TokenKeys keys;
    private final Clock clock;

    ExchangeToken(DeviceSessions sessions, Grants grants, TokenKeys keys, Clock clock) {
        this.sessions = sessions;
        this.grants = grants;
        this.keys = keys;
        this.clock = clock;
    }

    /// Fails with [UnknownToken].
    public Mono<Exchanged> exchange(String token) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return Mono.justOrEmpty(DeviceToken.parse(token))
                    .flatMap(known -> sessions.find(known.hash(), now))
                    .switchIfEmpty(Mono.error(UnknownToken::new))
                    .delayUntil(session -> noteSeen(session, now))
                    .flatMap(session -> exchange(session, now));
        });
    }

    private Mono<Void> noteSeen(DeviceSession session, Instant now) {
        return session.isToBeNoted(now) ? sessions.noteSeen(session.id(), now) : Mono.empty();
    }

    private Mono<Exchanged> exchange(DeviceSession session, Instant now) {
        var full = now.plus(LIFE);
        var expiresAt = session.expiresAt().isBefore(full) ? session.expiresAt() : full;
        return grants.of(session.attendee())
                .collectList()
                .zipWith(keys.signing(now))
                .map(found -> {
                    var token =
                            new SignedToken(
                                    session.attendee(),
                                    session.id(),
                                    found.getT1(),
                                    now,
                                    expiresAt);
                    return new Exchanged(token.signedBy(found.getT2()), expiresAt, session.id());
                });
    }
}
