package org.tinkuy.registration.identity;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// The signed-in devices of an attendee's address, the last seen first.
@Component
public class ListDevices {

    private final DeviceSessions sessions;
    private final Clock clock;

    ListDevices(DeviceSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    public Flux<DeviceSession> of(AttendeeId attendee) {
        return Flux.defer(() -> sessions.ofAddress(attendee, clock.instant()));
    }
}
