package org.tinkuy.registration.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One signed-in device.
///
/// @param label what the device calls itself, to recognise it in a list
/// @param lastSeenAt when it was last in use, to [#SEEN_AGAIN_AFTER]
public record DeviceSession(
        DeviceSessionId id,
        AttendeeId attendee,
        @Nullable String label,
        Instant openedAt,
        Instant lastSeenAt,
        Instant expiresAt) {

    /// Fixed, not sliding: a stolen token ends by itself.
    static final Duration LIFE = Duration.ofDays(30);

    /// Far above the minutes between two exchanges of a token, so that using a session seldom
    /// writes, and enough for a person to tell the phone in the pocket from the one that was lost.
    static final Duration SEEN_AGAIN_AFTER = Duration.ofHours(1);

    static DeviceSession opened(
            DeviceSessionId id, AttendeeId attendee, @Nullable String label, Instant now) {
        return new DeviceSession(id, attendee, label, now, now, now.plus(LIFE));
    }

    boolean isToBeNoted(Instant now) {
        return !now.isBefore(lastSeenAt.plus(SEEN_AGAIN_AFTER));
    }
}
