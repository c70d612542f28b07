package org.tinkuy.registration.identity;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The signed-in devices of an attendee's address, the last seen first.
@Component
public class ListDevices {

    private final DeviceSessions sessions;
    private final Clock clock;

    ListDevices(DeviceSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Fails with [UnknownToken] if the one that asks has ended meanwhile.
    public Mono<DeviceSession> current(AttendeeId attendee, UUID asking) {
        return of(attendee)
                .filter(session -> session.id().value().equals(asking))
                .next()
                .switchIfEmpty(Mono.error(UnknownToken::new));
    }

    public Flux<DeviceSession> of(AttendeeId attendee) {
        return Flux.defer(() -> sessions.ofAddress(attendee, clock.instant()));
    }
}
