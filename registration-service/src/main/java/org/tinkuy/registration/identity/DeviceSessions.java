package org.tinkuy.registration.identity;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The devices that are signed in. Whose they are is a matter of the address: who reads its mail
/// acts for everybody who has it.
public interface DeviceSessions {

    Mono<Void> add(DeviceSession session, byte[] tokenHash);

    /// Empty if the token is unknown, closed or expired.
    Mono<DeviceSession> find(byte[] tokenHash, Instant now);

    Mono<Void> noteSeen(DeviceSessionId id, Instant now);

    /// The open ones of everybody who has the attendee's address, the last seen first.
    Flux<DeviceSession> ofAddress(AttendeeId attendee, Instant now);

    /// The session that was open until now; empty if there was none.
    Mono<DeviceSession> close(DeviceSessionId id, Instant now);

    /// Closes one that is [#ofAddress] of the attendee; empty if there was none.
    Mono<DeviceSession> closeOfAddress(AttendeeId attendee, DeviceSessionId id, Instant now);

    /// Closes those that are [#ofAddress] of the attendee, but for one.
    Flux<DeviceSession> closeOthers(AttendeeId attendee, DeviceSessionId kept, Instant now);
}
