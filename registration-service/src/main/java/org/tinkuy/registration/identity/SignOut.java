package org.tinkuy.registration.identity;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import reactor.core.publisher.Mono;

/// Closes a device session; closing it twice is no failure.
@Component
public class SignOut {

    private final DeviceSessions sessions;
    private final CloseDeviceSessions closing;
    private final Clock clock;

    SignOut(DeviceSessions sessions, CloseDeviceSessions closing, Clock clock) {
        this.sessions = sessions;
        this.closing = closing;
        this.clock = clock;
    }

    public Mono<Void> signOut(UUID deviceSessionId) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var id = new DeviceSessionId(deviceSessionId);
            return closing.close(sessions.close(id, now).flux(), now)
                    .doOnNext(closed -> closed.forEach(SignOut::tell))
                    .then();
        });
    }

    private static void tell(DeviceSession closed) {
        SecurityLog.of(SecurityEvent.SIGN_OUT)
                .by(closed.attendee().value())
                .device(closed.id().value())
                .write();
    }
}
