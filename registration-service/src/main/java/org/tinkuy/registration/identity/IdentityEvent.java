package org.tinkuy.registration.identity;

import java.time.Instant;
import java.util.UUID;

/// What others are told about people and their devices.
public sealed interface IdentityEvent {

    record AttendeeRecorded(Attendee attendee, Instant at) implements IdentityEvent {}

    /// Nothing is kept of the person.
    ///
    /// @param version above every one that was recorded
    record AttendeeErased(AttendeeId id, long version, Instant at) implements IdentityEvent {}

    record SignInRequested(UUID challengeId, SignIns.Request request, Instant expiresAt, Instant at)
            implements IdentityEvent {}

    record DeviceSessionOpened(DeviceSessionId id, AttendeeId attendee, Instant at)
            implements IdentityEvent {}

    record DeviceSessionClosed(DeviceSessionId id, AttendeeId attendee, Instant at)
            implements IdentityEvent {}

    /// What whoever is signed in there may do is another than it was.
    record RolesChanged(DeviceSessionId id, AttendeeId attendee, Instant at)
            implements IdentityEvent {}
}
