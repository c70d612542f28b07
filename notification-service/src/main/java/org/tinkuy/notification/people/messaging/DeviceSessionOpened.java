package org.tinkuy.notification.people.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/// What this service needs of `device-session-opened`.
record DeviceSessionOpened(UUID attendeeId, Instant at) {

    DeviceSessionOpened {
        requireNonNull(attendeeId, "attendeeId");
        requireNonNull(at, "at");
    }
}
