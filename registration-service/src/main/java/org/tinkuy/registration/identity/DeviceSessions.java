package org.tinkuy.registration.identity;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// The devices that are signed in.
public interface DeviceSessions {

    Mono<Void> add(DeviceSession session, byte[] tokenHash);

    /// Empty if the token is unknown, closed or expired.
    Mono<DeviceSession> find(byte[] tokenHash, Instant now);

    /// The session that was open until now; empty if there was none.
    Mono<DeviceSession> close(DeviceSessionId id, Instant now);
}
