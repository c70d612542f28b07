package org.tinkuy.registration.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One signed-in device.
///
/// @param label what the device calls itself, to recognise it in a list
public record DeviceSession(
        DeviceSessionId id,
        AttendeeId attendee,
        @Nullable String label,
        Instant openedAt,
        Instant expiresAt) {

    /// Fixed, not sliding: using a session then writes nothing, and a stolen token ends by itself.
    static final Duration LIFE = Duration.ofDays(30);

    static DeviceSession opened(
            DeviceSessionId id, AttendeeId attendee, @Nullable String label, Instant now) {
        return new DeviceSession(id, attendee, label, now, now.plus(LIFE));
    }
}
