package org.tinkuy.registration.registration.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.registration.PublishSession;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.EventId;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.SessionId;

/// What this service needs of session-service's `session-published`.
///
/// @param eventId absent: it belongs to the programme as a whole
/// @param admission `open` unless stated; whoever is not known to be let in is not
/// @param cancelled absent: it takes place
record SessionPublished(
        @Nullable UUID id,
        @Nullable UUID programmeId,
        @Nullable UUID eventId,
        @Nullable String admission,
        @Nullable Integer capacity,
        @Nullable Instant endsAt,
        @Nullable Cancelled cancelled) {

    /// That it is there says enough.
    record Cancelled() {}

    /// @throws IllegalArgumentException if it says too little to give seats
    PublishSession.Facts facts() {
        if (id == null || programmeId == null) {
            throw new IllegalArgumentException("a session without id or programme");
        }
        if (capacity != null && capacity < 0) {
            throw new IllegalArgumentException("a capacity of " + capacity);
        }
        return new PublishSession.Facts(
                new SessionId(id),
                new ProgrammeId(programmeId),
                eventId == null ? null : new EventId(eventId),
                admission == null || admission.equals("open")
                        ? Admission.OPEN
                        : Admission.INVITATION,
                capacity,
                endsAt,
                cancelled != null);
    }
}
