package org.tinkuy.registration.identity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.problems.NotFound;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import reactor.core.publisher.Mono;

/// Signs other devices of one's address out: the phone that was lost, the computer of a library.
@Component
public class EndDevices {

    /// Which of them.
    public sealed interface Which {
        record One(UUID deviceSessionId) implements Which {}

        record AllBut(UUID deviceSessionId) implements Which {}
    }

    private final DeviceSessions sessions;
    private final CloseDeviceSessions closing;
    private final Clock clock;

    EndDevices(DeviceSessions sessions, CloseDeviceSessions closing, Clock clock) {
        this.sessions = sessions;
        this.closing = closing;
        this.clock = clock;
    }

    /// Fails with [NotFound] if the one that is to be ended is not open, or somebody else's.
    public Mono<Void> end(Which which, AttendeeId attendee) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return switch (which) {
                case Which.One(var id) -> {
                    var one = new DeviceSessionId(id);
                    var closed = sessions.closeOfAddress(attendee, one, now);
                    yield closing.close(closed.switchIfEmpty(Mono.error(NotFound::new)).flux(), now)
                            .doOnNext(ended -> tell(ended, attendee))
                            .then();
                }
                case Which.AllBut(var id) -> {
                    var kept = new DeviceSessionId(id);
                    yield closing.close(sessions.closeOthers(attendee, kept, now), now)
                            .doOnNext(ended -> tell(ended, attendee))
                            .then();
                }
            };
        });
    }

    private static void tell(List<DeviceSession> ended, AttendeeId by) {
        for (var session : ended) {
            SecurityLog.of(SecurityEvent.DEVICE_ENDED)
                    .by(by.value())
                    .device(session.id().value())
                    .what("by-another-device")
                    .write();
        }
    }
}
